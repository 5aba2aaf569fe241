<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Dashboard;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\FirstAnswer\FirstHome;
use OCA\Reseau\Member\Home\MemberHome;
use OCA\Reseau\Member\Viewers;
use OCP\Dashboard\IAPIWidgetV2;
use OCP\Dashboard\IButtonWidget;
use OCP\Dashboard\IIconWidget;
use OCP\Dashboard\Model\WidgetButton;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;

/** What waits for a person in Réseau, on Nextcloud's dashboard: the same lines as on Home, drawn by the dashboard itself. */
class AwaitsWidget implements IAPIWidgetV2, IButtonWidget, IIconWidget {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly MemberHome $home,
		private readonly FirstHome $lines,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
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

	/** The icon has an address instead. */
	public function getIconClass(): string {
		return '';
	}

	public function getIconUrl(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}

	public function getUrl(): string {
		return $this->address();
	}

	/** The dashboard shows the items without a script of ours. */
	public function load(): void {
	}

	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		$awaits = $this->lines->awaits($this->home->awaits($this->viewers->of($userId)), $this->address());
		return new WidgetItems(
			array_map(
				fn (array $line): WidgetItem => new WidgetItem($line['sentence'], $line['action'], $line['href'], $this->getIconUrl(), ''),
				array_slice($awaits, 0, max(0, $limit)),
			),
			$awaits === [] ? $this->l->t('Nothing is waiting for you.') : '',
		);
	}

	/** @return list<WidgetButton> */
	public function getWidgetButtons(string $userId): array {
		return [new WidgetButton(WidgetButton::TYPE_MORE, $this->address(), $this->l->t('Go to Réseau'))];
	}

	private function address(): string {
		return rtrim($this->urls->linkToRouteAbsolute('reseau.page.index'), '/');
	}
}
