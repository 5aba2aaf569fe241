<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Exception;

/** A request the security rules turn away, with the status to answer. */
class Refusal extends Exception {
	public function __construct(string $message, int $status) {
		parent::__construct($message, $status);
	}
}
