<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Group;

/** One of the groups that a person is invited to by a mail. */
final class AskedGroup {
	/** @param string $note next to their name in the minutes */
	public function __construct(
		public readonly Ask $ask,
		public readonly Group $group,
		public readonly string $note,
	) {
	}

	public function id(): int {
		return (int)$this->group->getId();
	}
}
