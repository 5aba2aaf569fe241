<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\ICache;
use OCP\ICacheFactory;

/**
 * Remembers for an hour who was notified of which link, so that linking two things again does not notify them a second time.
 * Kept as hashes in the memory cache; without one, each link is notified.
 */
class RecentlyNotified {
	private const SECONDS = 3600;

	private readonly ICache $cache;

	public function __construct(
		ICacheFactory $factory,
		private readonly ITimeFactory $clock,
	) {
		$this->cache = $factory->createLocal('reseau_told');
	}

	/**
	 * Remembers that an account is notified now.
	 *
	 * @param string $what the two things
	 * @return bool whether it was already notified of them within the last hour
	 */
	public function repeats(string $uid, string $what): bool {
		$now = $this->clock->getTime();
		$key = hash('sha256', "$uid $what");
		$last = $this->cache->get($key);
		$this->cache->set($key, $now, self::SECONDS);
		return is_int($last) && $last > $now - self::SECONDS;
	}
}
