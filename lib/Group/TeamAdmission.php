<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

/**
 * When being in a group's Team counts as the group's consent: if everyone who may admit people to the Team is in the group. A person who manages the
 * Team from outside, because they created it for the group or stayed in it, does not decide who reads what its people show each other.
 */
class TeamAdmission {
	public function __construct(
		private readonly Teams $teams,
	) {
	}

	/** Whether the group has accepted an account through its Team. Do not call it in Teams' events, where Teams cannot be queried. */
	public function admits(GroupPeople $group, string $uid): bool {
		$team = $group->group->getTeamId();
		$members = $team === null ? null : $this->teams->members($team);
		return ($members[$uid] ?? 0) > 0 && $this->speaks($group, $members);
	}

	/** @param array<array-key, int> $members of the Team, as Teams::members() returns them */
	public function speaks(GroupPeople $group, array $members): bool {
		$inside = [];
		foreach ($group->memberships as $membership) {
			$uid = $membership->is(Membership::ACTIVE) ? $group->member($membership->getMemberId())?->getUid() : null;
			if ($uid !== null) {
				$inside[$uid] = true;
			}
		}
		$running = array_filter($members, static fn (int $level): bool => $level >= Teams::MODERATOR);
		return $running !== [] && array_diff_key($running, $inside) === [];
	}
}
