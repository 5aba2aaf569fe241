<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group\Event;

use OCP\EventDispatcher\Event;

/** A person with an account has joined a group. */
class GroupJoined extends Event {
	public function __construct(
		public readonly int $groupId,
		public readonly int $memberId,
	) {
		parent::__construct();
	}
}
