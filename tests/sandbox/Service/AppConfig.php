<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\AppFramework\Services\IAppConfig;

/** The app's own settings. */
class AppConfig implements IAppConfig {
	public function __construct(
		private readonly Store $store,
		private readonly Apps $apps,
	) {
	}

	/** @return list<string> */
	public function getAppKeys(): array {
		return array_column($this->store->rows('appconfig', ['appid' => $this->apps->id], 'configkey'), 'configkey');
	}

	public function deleteAppValue(string $key): void {
		$this->store->remove('appconfig', ['appid' => $this->apps->id, 'configkey' => $key]);
	}

	public function getAppValueString(string $key, string $default = '', bool $lazy = false): string {
		return $this->value($key) ?? $default;
	}

	public function setAppValueString(string $key, string $value, bool $lazy = false, bool $sensitive = false): bool {
		$changes = $this->value($key) !== $value;
		$this->store->put('appconfig', ['appid' => $this->apps->id, 'configkey' => $key], ['configvalue' => $value]);
		return $changes;
	}

	private function value(string $key): ?string {
		return $this->store->row('appconfig', ['appid' => $this->apps->id, 'configkey' => $key])['configvalue'] ?? null;
	}
}
