<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Member;
use OCA\Reseau\Member\People;

/**
 * Follows what happens to groups in Teams, and fights nothing of it: who came in there is asked what they engage for and counts from then
 * on, who went there has left, and a team that is gone is told of. Only being seen in the team, then no longer, is going: people without
 * an account were never in it.
 */
class ReconcileTeams {
	public function __construct(
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly LeaveGroup $leaving,
		private readonly GroupNotice $notice,
		private readonly Teams $teams,
	) {
	}

	/** All groups with a team, as it is now. */
	public function run(): void {
		foreach ($this->groups->findWithTeam() as $group) {
			$team = (string)$group->getTeamId();
			$members = $this->teams->members($team);
			if ($members !== null) {
				$this->compare($group, array_keys(array_filter($members)));
			} elseif ($this->teams->exists($team) === false) {
				$this->gone($team);
			}
		}
	}

	/** An account came into a team. */
	public function came(string $teamId, string $uid): void {
		$group = $this->groups->findByTeam($teamId);
		$member = $group === null ? null : $this->people->byUid($uid);
		if ($group !== null && $member !== null) {
			$this->enter((int)$group->getId(), $member);
		}
	}

	/** An account went out of a team. */
	public function went(string $teamId, string $uid): void {
		$group = $this->groups->findByTeam($teamId);
		$member = $group === null ? null : $this->people->byUid($uid);
		$membership = $group === null || $member === null ? null : $this->memberships->find((int)$group->getId(), $member->ownerId());
		if ($membership !== null) {
			$this->exit($membership);
		}
	}

	/** A team is no more; who is in the group stays in it. */
	public function gone(string $teamId): void {
		$group = $this->groups->findByTeam($teamId);
		if ($group === null) {
			return;
		}
		$group->setTeamGone(true);
		$this->groups->update($group);
		foreach ($this->memberships->findOfGroup((int)$group->getId()) as $membership) {
			$membership->setInTeam(null);
			$this->memberships->update($membership);
		}
	}

	/** @param list<string> $uids who is in the team */
	private function compare(Group $group, array $uids): void {
		// A team has its owner at least: an empty one was not read.
		if ($uids === []) {
			return;
		}
		$people = $this->people->byUids($uids);
		$ids = [];
		foreach ($people as $member) {
			$ids[$member->ownerId()] = true;
			$this->enter((int)$group->getId(), $member);
		}
		foreach ($this->memberships->findOfGroup((int)$group->getId()) as $membership) {
			if (!isset($ids[$membership->getMemberId()])) {
				$this->exit($membership);
			}
		}
	}

	private function enter(int $groupId, Member $member): void {
		$stored = $this->memberships->find($groupId, $member->ownerId());
		if ($stored?->getInTeam() === true || ($stored === null && !$member->isShown())) {
			return;
		}
		$membership = $stored ?? Membership::of($groupId, $member->ownerId(), Membership::UNSIGNED);
		$membership->setInTeam(true);
		$told = null;
		if ($membership->is(Membership::REQUESTED)) {
			$membership->enter();
			$told = GroupNotice::ADMITTED;
		} elseif (!$membership->is(Membership::ACTIVE) && $member->isShown()) {
			$membership->setState(Membership::UNSIGNED);
			$told = GroupNotice::UNSIGNED;
		}
		$stored === null ? $this->memberships->insert($membership) : $this->memberships->update($membership);
		if ($told !== null) {
			$this->notice->tell($told, $groupId, $member);
		}
	}

	private function exit(Membership $membership): void {
		if ($membership->getInTeam() !== true) {
			return;
		}
		$membership->setInTeam(null);
		if ($membership->is(Membership::ACTIVE, Membership::UNSIGNED)) {
			$this->leaving->end($membership, null, inTeams: true);
		} else {
			$this->memberships->update($membership);
		}
	}
}
