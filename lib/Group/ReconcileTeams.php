<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Follows changes of groups' Teams, and undoes none: people who joined there are asked for their engagement and count from then on, people who left
 * there have left, and a missing team is reported. Only people once seen in the team, and then no longer, have left: people without an account were
 * never in it.
 */
class ReconcileTeams {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly LeaveGroup $leaving,
		private readonly GroupNotifications $notifications,
		private readonly Teams $teams,
		private readonly TeamAdmission $admission,
	) {
	}

	/** Syncs all groups that have a team. */
	public function run(): void {
		foreach ($this->groups->findWithTeam() as $group) {
			$team = (string)$group->getTeamId();
			$members = $this->teams->members($team);
			if ($members !== null) {
				$this->compare((int)$group->getId(), $members);
			} elseif ($this->teams->exists($team) === false) {
				$this->gone($team);
			}
		}
	}

	/** An account joined a team. run(), which may query Teams, finds out whether that accepts a request to join the group. */
	public function came(string $teamId, string $uid): void {
		$group = $this->groups->findByTeam($teamId);
		$member = $group === null ? null : $this->people->byUid($uid);
		if ($group !== null && $member !== null) {
			$this->enter((int)$group->getId(), $member, null);
		}
	}

	/** An account left a team. */
	public function went(string $teamId, string $uid): void {
		$group = $this->groups->findByTeam($teamId);
		$member = $group === null ? null : $this->people->byUid($uid);
		if ($group !== null && $member !== null) {
			$this->exit((int)$group->getId(), $member->ownerId());
		}
	}

	/** A team was deleted; its group keeps its members. */
	public function gone(string $teamId): void {
		$group = $this->groups->findByTeam($teamId);
		if ($group === null) {
			return;
		}
		$this->lock->each([(int)$group->getId()], function (GroupPeople $people): void {
			$people->group->setTeamGone(true);
			$this->groups->update($people->group);
			foreach ($people->memberships as $membership) {
				$membership->setInTeam(null);
				$this->memberships->update($membership);
			}
		});
	}

	/** @param array<array-key, int> $members members of the team, as Teams::members() returns them */
	private function compare(int $groupId, array $members): void {
		$uids = array_map(strval(...), array_keys(array_filter($members)));
		// A team has at least its owner: an empty list means it was not read.
		if ($uids === []) {
			return;
		}
		$ids = [];
		foreach ($this->people->byUids($uids) as $member) {
			$ids[$member->ownerId()] = true;
			$this->enter($groupId, $member, $members);
		}
		foreach ($this->memberships->findOfGroup($groupId) as $membership) {
			if (!isset($ids[$membership->getMemberId()])) {
				$this->exit($groupId, $membership->getMemberId());
			}
		}
	}

	/** @param ?array<array-key, int> $team members of the team; null: Teams cannot be queried now */
	private function enter(int $groupId, Member $member, ?array $team): void {
		$told = $this->change($groupId, function (GroupPeople $group) use ($member, $team): ?string {
			$member = $this->people->byId($member->ownerId());
			$stored = $member === null ? null : $group->of($member->ownerId());
			if ($member === null || ($stored === null && !$member->isShown())) {
				return null;
			}
			$admits = $stored?->is(Membership::REQUESTED) === true && $team !== null && $this->admission->speaks($group, $team);
			if ($stored?->getInTeam() === true && !$admits) {
				return null;
			}
			$membership = $stored ?? Membership::of($group->id(), $member->ownerId(), Membership::UNSIGNED);
			$membership->setInTeam(true);
			$told = null;
			if ($admits) {
				$membership->enter();
				$told = GroupNotifications::ADMITTED;
			} elseif (!$membership->is(Membership::ACTIVE, Membership::REQUESTED) && $member->isShown()) {
				$membership->setState(Membership::UNSIGNED);
				$told = GroupNotifications::UNSIGNED;
			}
			$this->memberships->save($membership);
			return $told;
		}, $member->ownerId());
		if ($told !== null) {
			$this->notifications->tell($told, $groupId, $member);
		}
	}

	private function exit(int $groupId, int $memberId): void {
		$this->change($groupId, function (GroupPeople $group) use ($memberId): void {
			$membership = $group->of($memberId);
			if ($membership?->getInTeam() !== true) {
				return;
			}
			$membership->setInTeam(null);
			if ($membership->is(Membership::ACTIVE, Membership::UNSIGNED)) {
				$this->leaving->end($membership, null, inTeams: true);
			} else {
				$this->memberships->update($membership);
			}
		}, $memberId);
	}

	/**
	 * A group that was deleted in the meantime is skipped.
	 *
	 * @template T
	 * @param callable(GroupPeople): T $change
	 * @return ?T
	 */
	private function change(int $groupId, callable $change, int $memberId): mixed {
		try {
			return $this->lock->run($groupId, $change, $memberId);
		} catch (ReasonException $e) {
			return $e->status === Http::STATUS_NOT_FOUND ? null : throw $e;
		}
	}
}
