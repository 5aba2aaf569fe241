<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group\Event;

use OCP\EventDispatcher\Event;

/** A group is being deleted: listeners delete what refers to it in the same transaction. */
class GroupDeleted extends Event {
	public function __construct(
		public readonly int $groupId,
	) {
		parent::__construct();
	}
}
