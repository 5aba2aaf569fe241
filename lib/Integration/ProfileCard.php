<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\AppInfo\Application;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Profile\ILinkAction;

/** The link from a person's profile to their card, for people who may see it. */
class ProfileCard implements ILinkAction {
	private ?string $target = null;

	public function __construct(
		private readonly CardsOfAccounts $cards,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	public function preload(IUser $targetUser): void {
		$uid = $targetUser->getUID();
		$this->target = $this->cards->addresses([$uid])[$uid] ?? null;
	}

	public function getAppId(): string {
		return Application::APP_ID;
	}

	public function getId(): string {
		return 'reseau-card';
	}

	/** Its name in the settings of the profile. */
	public function getDisplayId(): string {
		return $this->l->t('Card in Réseau');
	}

	public function getTitle(): string {
		return $this->l->t('See the card in Réseau');
	}

	/** Below the profile's own actions, mail and telephone. */
	public function getPriority(): int {
		return 50;
	}

	public function getIcon(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}

	public function getTarget(): ?string {
		return $this->target;
	}
}
