<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IAppConfig;

/** The settings of every app, those of Nextcloud itself among them. */
class CoreConfig implements IAppConfig {
	public function __construct(
		private readonly Store $store,
	) {
	}

	public function getValueString(string $app, string $key, string $default = '', bool $lazy = false): string {
		return $this->store->row('appconfig', ['appid' => $app, 'configkey' => $key])['configvalue'] ?? $default;
	}

	/** Nothing is kept. */
	public function clearCache(bool $reload = false): void {
	}

	public function getValueInt(string $app, string $key, int $default = 0, bool $lazy = false): int {
		return (int)$this->getValueString($app, $key, (string)$default);
	}
}
