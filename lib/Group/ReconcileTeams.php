<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Follows changes of groups' Teams, and undoes none: being in a team admits nobody, people who left there have left, and a missing team, or one that lets
 * in people whose group would not, is reported. Only people who were once seen in the team can have left it: people without an account were never in it.
 */
class ReconcileTeams {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly LeaveGroup $leaving,
		private readonly GroupNotifications $notifications,
		private readonly GroupAccess $access,
		private readonly Teams $teams,
	) {
	}

	/** Syncs all groups that have a team. */
	public function run(): void {
		foreach ($this->groups->findWithTeam() as $group) {
			$team = (string)$group->getTeamId();
			$members = $this->teams->members($team);
			if ($members !== null) {
				$this->compare((int)$group->getId(), $members);
				$this->watch($group);
			} elseif ($this->teams->exists($team) === false) {
				$this->gone($team);
			}
		}
	}

	/** An account joined a team. */
	public function came(string $teamId, string $uid): void {
		$group = $this->groups->findByTeam($teamId);
		$member = $group === null ? null : $this->people->byUid($uid);
		if ($group !== null && $member !== null) {
			$this->enter((int)$group->getId(), $member);
		}
	}

	/** An account left a team. */
	public function left(string $teamId, string $uid): void {
		$group = $this->groups->findByTeam($teamId);
		$member = $group === null ? null : $this->people->byUid($uid);
		if ($group !== null && $member !== null) {
			$this->exit((int)$group->getId(), $member->ownerId());
		}
	}

	/** A team was deleted; its group keeps its members, and its facilitators are notified once. */
	public function gone(string $teamId): void {
		$group = $this->groups->findByTeam($teamId);
		if ($group === null || $group->getTeamGone() === true) {
			return;
		}
		$notified = $this->change((int)$group->getId(), function (GroupPeople $people) use ($teamId): ?GroupPeople {
			if ($people->group->getTeamId() !== $teamId || $people->group->getTeamGone() === true) {
				return null;
			}
			$people->group->setTeamGone(true);
			$this->groups->update($people->group);
			foreach ($people->memberships as $membership) {
				if ($membership->is(Membership::UNSIGNED)) {
					$this->memberships->delete($membership);
				} else {
					$membership->setInTeam(null);
					$this->memberships->update($membership);
				}
			}
			// Undoing a group deletes its team.
			return $people->group->getUndoneFrom() === null ? $people : null;
		});
		if ($notified !== null) {
			$this->notifications->notifyFacilitators(GroupNotifications::TEAM_GONE, $notified);
		}
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
			$this->enter($groupId, $member);
		}
		foreach ($this->memberships->findOfGroup($groupId) as $membership) {
			if (!isset($ids[$membership->getMemberId()])) {
				$this->exit($groupId, $membership->getMemberId());
			}
		}
	}

	/** Reports a team that is more open than its group: once, until it is set right. */
	private function watch(Group $group): void {
		$isOpen = $this->access->hasOpenTeam($group);
		if ($isOpen === null || $isOpen === ($group->getTeamOpen() === true)) {
			return;
		}
		$notified = $this->change((int)$group->getId(), function (GroupPeople $people) use ($group, $isOpen): ?GroupPeople {
			// What was compared may have changed meanwhile; a group without facilitators is reported to the next one.
			if ($people->group->getTeamId() === $group->getTeamId() && $people->group->getJoining() === $group->getJoining() && ($people->facilitators() !== [] || !$isOpen)) {
				$people->group->setTeamOpen($isOpen ?: null);
				$this->groups->update($people->group);
				return $isOpen ? $people : null;
			}
			return null;
		});
		if ($notified !== null) {
			$this->notifications->notifyFacilitators(GroupNotifications::TEAM_OPEN, $notified);
		}
	}

	/**
	 * Notes that they are in the team, which changes nothing in their standing with the group: an invitation, a request and a no stay. Those who have none
	 * are asked for their engagement where everyone may join.
	 */
	private function enter(int $groupId, Member $member): void {
		$isAsked = $this->change($groupId, function (GroupPeople $group) use ($member): bool {
			$member = $this->people->byId($member->ownerId());
			$stored = $member === null ? null : $group->of($member->ownerId());
			if ($member === null || ($stored === null && !$member->isShown()) || $stored?->getInTeam() === true) {
				return false;
			}
			$membership = $stored ?? Membership::of($group->id(), $member->ownerId(), Membership::UNSIGNED);
			$membership->setInTeam(true);
			$this->memberships->save($membership);
			return $stored === null && GroupAccess::preset($group->group) === TeamPreset::Open;
		}, $member->ownerId());
		if ($isAsked === true) {
			$this->notifications->notify(GroupNotifications::UNSIGNED, $groupId, $member);
		}
	}

	private function exit(int $groupId, int $memberId): void {
		$notified = $this->change($groupId, function (GroupPeople $group) use ($memberId): ?GroupPeople {
			$membership = $group->of($memberId);
			if ($membership?->getInTeam() !== true) {
				return null;
			}
			$membership->setInTeam(null);
			if ($membership->is(Membership::ACTIVE)) {
				$this->leaving->end($membership, null, inTeams: true);
				return $group;
			}
			if ($membership->is(Membership::UNSIGNED)) {
				// They were never in the group.
				$this->memberships->delete($membership);
			} else {
				$this->memberships->update($membership);
			}
			return null;
		}, $memberId);
		if ($notified !== null) {
			$this->notifications->notify(GroupNotifications::LEFT_IN_TEAMS, $groupId, $notified->member($memberId));
			$this->notifications->notifyFacilitators(GroupNotifications::SOMEONE_LEFT_IN_TEAMS, $notified);
		}
	}

	/**
	 * A group that was deleted in the meantime is skipped.
	 *
	 * @template T
	 * @param callable(GroupPeople): T $change
	 * @return ?T
	 */
	private function change(int $groupId, callable $change, ?int $memberId = null): mixed {
		try {
			return $this->lock->run($groupId, $change, $memberId);
		} catch (ReasonException $e) {
			return $e->status === Http::STATUS_NOT_FOUND ? null : throw $e;
		}
	}
}
