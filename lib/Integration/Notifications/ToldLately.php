<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\AppInfo\Application;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IConfig;

/** What an account was told of links within the last hour: two things that are linked, separated and linked again are told at once only the first time. */
class ToldLately {
	private const KEY = 'linked_lately';
	private const SECONDS = 3600;

	/** How many are remembered: the preference stays short. */
	private const MOST = 100;

	public function __construct(
		private readonly IConfig $config,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Remembers that they are told now.
	 *
	 * @return bool whether they were told within the last hour
	 */
	public function again(string $uid, string $what): bool {
		$now = $this->clock->getTime();
		$kept = json_decode($this->config->getUserValue($uid, Application::APP_ID, self::KEY, '{}'), true);
		$lately = array_filter(is_array($kept) ? $kept : [], static fn (mixed $at): bool => is_int($at) && $at > $now - self::SECONDS);
		$key = hash('xxh64', $what);
		$again = isset($lately[$key]);
		$lately[$key] = $now;
		$this->config->setUserValue($uid, Application::APP_ID, self::KEY, json_encode(array_slice($lately, -self::MOST, null, true), JSON_THROW_ON_ERROR));
		return $again;
	}
}
