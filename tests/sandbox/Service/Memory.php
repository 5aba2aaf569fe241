<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\ICache;
use OCP\ICacheFactory;

/**
 * The memory cache: APCu behind `php -S`, where each request begins with nothing, else what this process holds, so that tests
 * meet what is out of date. Values go through JSON, as Nextcloud's with Redis do.
 */
class Memory implements ICache, ICacheFactory {
	/** @var array<string, string> */
	private array $held = [];

	public function createLocal(string $prefix = ''): ICache {
		return $this;
	}

	public function get($key) {
		$json = function_exists('apcu_enabled') && apcu_enabled() ? apcu_fetch($key) : $this->held[$key] ?? false;
		return $json === false ? null : json_decode($json, true, 32, JSON_THROW_ON_ERROR);
	}

	public function set($key, $value, $ttl = 0) {
		$json = json_encode($value, JSON_THROW_ON_ERROR);
		if (function_exists('apcu_enabled') && apcu_enabled()) {
			return apcu_store($key, $json, $ttl);
		}
		$this->held[$key] = $json;
		return true;
	}

	public function forget(): void {
		$this->held = [];
	}
}
