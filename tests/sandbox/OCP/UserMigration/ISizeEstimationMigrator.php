<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\UserMigration;

use OCP\IUser;

interface ISizeEstimationMigrator {
	public function getEstimatedExportSize(IUser $user): int|float;
}
