<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Http;
use OCP\IUserSession;
use OCP\Security\RateLimiting\ILimiter;
use OCP\Security\RateLimiting\IRateLimitExceededException;

/** What a person does now and then, and who annoys others many times, whatever the requests a page may make. */
class ActionLimit {
	public const HOUR = 3600;
	public const DAY = 86_400;

	public function __construct(
		private readonly ILimiter $limiter,
		private readonly IUserSession $session,
	) {
	}

	/**
	 * One more, by who is logged in.
	 *
	 * @param string $what counted by itself
	 * @param array<self::HOUR|self::DAY, int> $most how many within each
	 * @throws ReasonException 429 with the reason once there were so many within an hour; with `_today` behind it within a day
	 */
	public function count(string $what, array $most, string $reason = 'too_many_requests'): void {
		$user = $this->session->getUser();
		foreach ($user === null ? [] : $most as $period => $limit) {
			try {
				$this->limiter->registerUserRequest($period === self::HOUR ? $what : "$what-day", $limit, $period, $user);
			} catch (IRateLimitExceededException) {
				throw new ReasonException($period === self::HOUR ? $reason : "{$reason}_today", Http::STATUS_TOO_MANY_REQUESTS);
			}
		}
	}
}
