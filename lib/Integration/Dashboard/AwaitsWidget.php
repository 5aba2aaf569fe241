<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Dashboard;

use OCA\Reseau\Member\FirstAnswer\FirstHome;
use OCA\Reseau\Member\Home\MemberHome;
use OCA\Reseau\Member\Viewers;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;

/** What waits for a person in Réseau, in the words of Home. */
class AwaitsWidget extends ListWidget {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly MemberHome $home,
		private readonly FirstHome $lines,
		IURLGenerator $urls,
		IL10N $l,
	) {
		parent::__construct($urls, $l);
	}

	public function getId(): string {
		return 'reseau-awaits';
	}

	public function getTitle(): string {
		return $this->l->t('Réseau: for you');
	}

	/** After Nextcloud's own widgets. */
	public function getOrder(): int {
		return 30;
	}

	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		$awaits = $this->lines->awaits($this->home->awaits($this->viewers->of($userId)), $this->address(''));
		return new WidgetItems(
			array_map(
				fn (array $line): WidgetItem => new WidgetItem($line['sentence'], $line['action'], $line['href'], $this->getIconUrl(), ''),
				array_slice($awaits, 0, max(0, $limit)),
			),
			$awaits === [] ? $this->l->t('Nothing is waiting for you.') : '',
		);
	}

	protected function page(): array {
		return ['', $this->l->t('Go to Réseau')];
	}
}
