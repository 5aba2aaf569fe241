<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Files;

use OCP\Files\Mount\IMountPoint;

interface IRootFolder extends Folder {
	public function getUserFolder($userId);

	/** @return IMountPoint[] */
	public function getMountsIn(string $mountPoint): array;
}
