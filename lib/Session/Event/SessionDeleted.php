<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session\Event;

use OCP\EventDispatcher\Event;

/** A session is being deleted: listeners delete what refers to it. */
class SessionDeleted extends Event {
	public function __construct(
		public readonly int $sessionId,
	) {
		parent::__construct();
	}
}
