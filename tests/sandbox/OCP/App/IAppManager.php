<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\App;

interface IAppManager {
	public function isEnabledForUser($appId, $user = null);
	public function isEnabledForAnyone(string $appId): bool;
}
