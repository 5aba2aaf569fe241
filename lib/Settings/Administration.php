<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCP\IURLGenerator;

/** The data of the administration page. */
class Administration {
	public function __construct(
		private readonly NetworkSettings $settings,
		private readonly Facilitation $facilitation,
		private readonly LibraryFolder $library,
		private readonly Charters $charters,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * @param string $uid the account in whose Files the library's folder is searched
	 * @return array<string, mixed> NetworkSchema of src/settings/model.ts
	 */
	public function present(string $uid): array {
		$settings = $this->settings->settings();
		return [
			'settings' => $settings,
			'facilitation' => $this->facilitation->present(),
			'folder' => $this->library->present($settings['library'], $uid),
			'charter' => $this->charters->current(),
			'home' => $this->urls->linkToRoute('reseau.page.index'),
		];
	}
}
