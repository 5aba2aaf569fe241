<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\GroupIndex;
use OCA\Reseau\Library\SheetIndex;
use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Notice\NoticeIndex;
use OCA\Reseau\Search\Indexable;

/** All types of things that can be found. */
class IndexedTypes {
	public function __construct(
		private readonly MemberIndex $members,
		private readonly GroupIndex $groups,
		private readonly SheetIndex $sheets,
		private readonly NoticeIndex $notices,
	) {
	}

	/** @return list<Indexable> in a fixed order, so that a stopped run can continue */
	public function types(): array {
		return [$this->members, $this->groups, $this->sheets, $this->notices];
	}
}
