<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

/** The end of a person's commitment in a group, or of their time as its facilitator. */
final class Ending {
	/**
	 * @param string $day YYYY-MM-DD
	 * @param int $since when they joined the group, in seconds since 1970
	 */
	public function __construct(
		public readonly int $groupId,
		public readonly string $day,
		public readonly bool $asFacilitator,
		public readonly int $since,
	) {
	}
}
