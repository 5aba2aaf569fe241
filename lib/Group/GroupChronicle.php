<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

/** The events of groups in a period, and their next meetings. Every member may know that a group exists, its purpose and what it looks for; only its people may know its meetings. */
class GroupChronicle {
	public function __construct(
		private readonly GroupMapper $groups,
	) {
	}

	/** @return list<int> groups that were made in a period and are not closed, the newest first */
	public function openedBetween(int $from, int $until, int $most): array {
		return $this->groups->idsBetween('created_at', [Group::ACTIVE, Group::DORMANT], $from, $until, $most);
	}

	/** @return list<int> groups that were closed in a period, the last first */
	public function closedBetween(int $from, int $until, int $most): array {
		return $this->groups->idsBetween('closed_at', [Group::CLOSED], $from, $until, $most);
	}

	/** @return list<int> active groups that look for something, the newest first */
	public function seeking(int $most): array {
		return $this->groups->idsSeeking($most);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Group> by id, without their people
	 */
	public function some(array $ids): array {
		$groups = [];
		foreach ($this->groups->findByIds($ids) as $group) {
			$groups[(int)$group->getId()] = $group;
		}
		return $groups;
	}
}
