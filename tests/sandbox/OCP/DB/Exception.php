<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\DB;

use Exception as BaseException;

class Exception extends BaseException {
	public const REASON_DEADLOCK = 5;
	public const REASON_DRIVER = 6;
	public const REASON_UNIQUE_CONSTRAINT_VIOLATION = 14;

	public function getReason(): ?int {
		return null;
	}
}
