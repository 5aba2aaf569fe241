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
class HourlyLimit {
	public function __construct(
		private readonly ILimiter $limiter,
		private readonly IUserSession $session,
	) {
	}

	/**
	 * @param string $what counted by itself, for who is logged in
	 * @throws ReasonException the reason, once there were so many within an hour
	 */
	public function count(string $what, int $most, string $reason = 'too_many_requests'): void {
		$user = $this->session->getUser();
		try {
			if ($user !== null) {
				$this->limiter->registerUserRequest($what, $most, 3600, $user);
			}
		} catch (IRateLimitExceededException) {
			throw new ReasonException($reason, Http::STATUS_TOO_MANY_REQUESTS);
		}
	}
}
