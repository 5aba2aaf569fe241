<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Dashboard;

use OCA\Reseau\AppInfo\Application;
use OCP\Dashboard\IAPIWidgetV2;
use OCP\Dashboard\IButtonWidget;
use OCP\Dashboard\IIconWidget;
use OCP\Dashboard\Model\WidgetButton;
use OCP\IL10N;
use OCP\IURLGenerator;

/** A list on Nextcloud's dashboard that leads to a page of the app. The dashboard draws it itself, without a script of ours. */
abstract class ListWidget implements IAPIWidgetV2, IButtonWidget, IIconWidget {
	public function __construct(
		private readonly IURLGenerator $urls,
		protected readonly IL10N $l,
	) {
	}

	/** @return array{string, string} path of the page it links to, and the label of that button */
	abstract protected function page(): array;

	/** The icon has an address instead. */
	public function getIconClass(): string {
		return '';
	}

	public function getIconUrl(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}

	public function getUrl(): string {
		return $this->address($this->page()[0]);
	}

	public function load(): void {
	}

	/** @return list<WidgetButton> */
	public function getWidgetButtons(string $userId): array {
		return [new WidgetButton(WidgetButton::TYPE_MORE, $this->getUrl(), $this->page()[1])];
	}

	/** The address of a page of the app. */
	protected function address(string $path): string {
		return rtrim($this->urls->linkToRouteAbsolute('reseau.page.index') . $path, '/');
	}
}
