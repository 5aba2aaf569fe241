<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Exception;

/** A limit of requests or of failed attempts is reached. */
class TooMany extends Exception {
	public function __construct(
		public readonly bool $bruteForce,
	) {
		parent::__construct('Reached maximum delay', 429);
	}
}
