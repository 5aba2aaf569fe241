<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Config;

interface IUserConfig {
	public function getUserIds(string $appId = ''): array;
	public function getKeys(string $userId, string $app): array;
	public function deleteApp(string $app): void;
}
