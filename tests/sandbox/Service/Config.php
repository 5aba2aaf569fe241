<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IConfig;

/** Settings of the system (fixed) and of the accounts. */
class Config implements IConfig {
	/** @param array<string, string|bool> $system */
	public function __construct(
		private readonly Store $store,
		private readonly array $system,
	) {
	}

	public function getSystemValueBool(string $key, bool $default = false): bool {
		return (bool)($this->system[$key] ?? $default);
	}

	public function getSystemValueString(string $key, string $default = ''): string {
		return (string)($this->system[$key] ?? $default);
	}

	public function setUserValue($userId, $appName, $key, $value, $preCondition = null) {
		$this->store->put('preferences', self::key($userId, $appName, $key), ['configvalue' => (string)$value]);
	}

	public function getUserValue($userId, $appName, $key, $default = '') {
		return $this->store->row('preferences', self::key($userId, $appName, $key))['configvalue'] ?? $default;
	}

	public function deleteUserValue($userId, $appName, $key) {
		$this->store->remove('preferences', self::key($userId, $appName, $key));
	}

	/** @return list<string> */
	public function getUsersForUserValue($appName, $key, $value) {
		return array_column($this->store->rows('preferences', ['appid' => $appName, 'configkey' => $key, 'configvalue' => $value], 'userid'), 'userid');
	}

	/** @return array<string, string> */
	private static function key(string $userId, string $appName, string $key): array {
		return ['userid' => $userId, 'appid' => $appName, 'configkey' => $key];
	}
}
