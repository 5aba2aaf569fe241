<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Security\RateLimiting;

use OCP\IUser;

interface ILimiter {
	public function registerAnonRequest(string $identifier, int $anonLimit, int $anonPeriod, string $ip): void;

	public function registerUserRequest(string $identifier, int $userLimit, int $userPeriod, IUser $user): void;
}
