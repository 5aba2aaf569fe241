<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Exception;

/** What another app refuses, with its status (in OCS a number of its own), whether that counts as an attack, and in WebDAV the class of it. */
class ServiceRefusal extends Exception {
	public function __construct(
		int $status,
		string $message,
		public readonly bool $attack = false,
		public readonly string $kind = '',
	) {
		parent::__construct($message, $status);
	}
}
