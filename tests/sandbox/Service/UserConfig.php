<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Config\IUserConfig;

/** Settings of all accounts together; those of one are in Config. */
class UserConfig implements IUserConfig {
	public function __construct(
		private readonly Store $store,
	) {
	}

	/** @return list<string> */
	public function getUserIds(string $appId = ''): array {
		return array_values(array_unique(array_column($this->store->rows('preferences', $appId === '' ? [] : ['appid' => $appId], 'userid'), 'userid')));
	}

	/** @return list<string> */
	public function getKeys(string $userId, string $app): array {
		return array_column($this->store->rows('preferences', ['userid' => $userId, 'appid' => $app], 'configkey'), 'configkey');
	}

	public function deleteApp(string $app): void {
		$this->store->remove('preferences', ['appid' => $app]);
	}
}
