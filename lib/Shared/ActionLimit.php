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

/** Limits rare actions that would annoy others if repeated, in addition to the rate limits of requests. */
class ActionLimit {
	public const HOUR = 3600;
	public const DAY = 86_400;

	public function __construct(
		private readonly ILimiter $limiter,
		private readonly IUserSession $session,
	) {
	}

	/**
	 * Counts one more, by the logged-in user.
	 *
	 * @param string $what counted separately
	 * @param array<self::HOUR|self::DAY, int> $most maximum within each
	 * @throws ReasonException 429 with the reason once the maximum within an hour is reached; with `_today` appended, within a day
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
