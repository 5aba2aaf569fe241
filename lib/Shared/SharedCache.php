<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\ICache;
use OCP\ICacheFactory;

/**
 * Caches what is slow to build and the same for everyone: vocabulary and place names. Nothing that depends on the viewer, and no personal data, may
 * be stored here. Without a memory cache it is built every time.
 */
class SharedCache {
	/** Seconds: unused keys expire by themselves. */
	private const KEPT = 86_400;

	private readonly ICache $cache;

	public function __construct(ICacheFactory $factory) {
		$this->cache = $factory->createLocal('reseau');
	}

	/**
	 * @template T of string|array|null values JSON can hold; null is not cached
	 * @param string $key contains everything the value depends on, except the app's version
	 * @param callable(): T $make
	 * @return T
	 */
	public function get(string $key, callable $make): string|array|null {
		$value = $this->cache->get($key);
		if ($value === null) {
			$value = $make();
			if ($value !== null) {
				$this->cache->set($key, $value, self::KEPT);
			}
		}
		return $value;
	}
}
