<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\IDBConnection;

/**
 * Changes the members of a group, deletes the group or erases a card, without concurrent changes. Every write of a membership goes through here: an earlier
 * read may be out of date, and a membership must not outlive its group or its person.
 */
class GroupLock {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly GroupMapper $groups,
		private readonly People $people,
		private readonly Groups $reading,
	) {
	}

	/**
	 * Cards are always locked before groups, so that no two changes wait for each other.
	 *
	 * @template T
	 * @param ?int ...$memberIds whose cards it concerns; null: none
	 * @param callable(GroupPeople): T $change gets the group as it is now
	 * @return T
	 * @throws ReasonException not_found: the group no longer exists
	 */
	public function run(int $groupId, callable $change, ?int ...$memberIds): mixed {
		return $this->atomic(function () use ($groupId, $change, $memberIds): mixed {
			$this->people->hold(...array_filter($memberIds, is_int(...)));
			$this->groups->hold($groupId);
			return $change($this->reading->one($groupId));
		}, $this->db);
	}

	/**
	 * As run(), for many groups; groups that no longer exist are left out.
	 *
	 * @param list<int> $groupIds
	 * @param callable(GroupPeople): void $change
	 */
	public function each(array $groupIds, callable $change): void {
		sort($groupIds);
		$this->atomic(function () use ($groupIds, $change): void {
			$this->groups->hold(...$groupIds);
			array_map($change, array_map($this->reading->with(...), $this->groups->findByIds($groupIds)));
		}, $this->db);
	}
}
