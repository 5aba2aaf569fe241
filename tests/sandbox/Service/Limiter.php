<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IUser;
use OCP\Security\RateLimiting\ILimiter;
use Sandbox\Kernel\Attempts;

/** Limits that the app sets by itself. */
class Limiter implements ILimiter {
	public function __construct(
		private readonly Attempts $attempts,
	) {
	}

	public function registerAnonRequest(string $identifier, int $anonLimit, int $anonPeriod, string $ip): void {
		$this->register("$identifier from $ip", $anonLimit, $anonPeriod);
	}

	public function registerUserRequest(string $identifier, int $userLimit, int $userPeriod, IUser $user): void {
		$this->register("$identifier by {$user->getUID()}", $userLimit, $userPeriod);
	}

	private function register(string $what, int $limit, int $period): void {
		if (!$this->attempts->limited()) {
			return;
		}
		if ($this->attempts->count($what) >= $limit) {
			throw new LimitExceeded();
		}
		$this->attempts->add($what, $period);
	}
}
