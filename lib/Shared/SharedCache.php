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
 * What takes long to make and is the same for everybody: words and names of places. Nothing that depends on who looks, and
 * nothing of a person, may be kept here. Where the server has no memory cache it is made every time.
 */
class SharedCache {
	/** Seconds: a key that nobody asks for any more goes by itself. */
	private const KEPT = 86_400;

	private readonly ICache $cache;

	public function __construct(ICacheFactory $factory) {
		$this->cache = $factory->createLocal('reseau');
	}

	/**
	 * @template T of string|array|null what JSON can hold; null is not kept
	 * @param string $key tells everything that the value depends on but the version of the app
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
