<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/** Leaving one group or the whole network, and ending invitations and requests. Nobody is kept from leaving. */
class LeaveGroup {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly MembershipMapper $memberships,
		private readonly GroupAccess $access,
		private readonly HandOver $handOver,
		private readonly GroupNotifications $notifications,
		private readonly Days $days,
	) {
	}

	/**
	 * A person who left in Teams, or leaves twice because a response was lost, may still add a message.
	 *
	 * @throws ReasonException not_found · no_card · not_in_group · wrong_type · bad_text · too_long
	 */
	public function leave(Viewer $viewer, int $groupId, mixed $note): void {
		$note = self::note($note);
		$member = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $note): Member {
			$member = $this->access->own($viewer);
			$membership = $group->of($member->ownerId());
			if ($membership === null || $membership->is(Membership::INVITED, Membership::DECLINED)) {
				throw JoinGroup::notIn();
			}
			if ($membership->is(Membership::REQUESTED)) {
				$this->memberships->delete($membership);
			} elseif ($membership->is(Membership::LEFT)) {
				$membership->setExitNote($note ?? $membership->getExitNote());
				// They left the Team first, as the app does it: now they have said so.
				$membership->setLeftInTeams(null);
				$this->memberships->update($membership);
			} else {
				$this->end($membership, $note);
			}
			return $member;
		}, $viewer->memberId);
		$this->notifications->answered($groupId, $member);
	}

	/**
	 * Withdraws an invitation, declines a request, or ends the membership of a person without an account.
	 *
	 * @throws ReasonException not_found · unknown_member · not_in_group · not_yours · own_account: people with an account leave themselves ·
	 *                         wrong_type · bad_text · too_long
	 */
	public function remove(Viewer $viewer, int $groupId, int $memberId, mixed $note): void {
		$note = self::note($note);
		$member = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId, $note): Member {
			$member = $this->access->known($viewer, $memberId);
			$membership = $group->of($memberId);
			if ($membership === null || !$membership->is(Membership::INVITED, Membership::REQUESTED, Membership::ACTIVE) || !$this->access->meets($viewer, $group, $membership)) {
				throw JoinGroup::notIn();
			}
			$keeps = $member->getUid() === null && Visibility::keeps($viewer, $member);
			if (!$keeps) {
				$this->access->requireSteering($viewer, $group);
			}
			if ($membership->is(Membership::ACTIVE)) {
				KeptMemberAnswers::requireNoAccount($member);
				$this->end($membership, $note);
			} else {
				$this->memberships->delete($membership);
			}
			return $member;
		}, $memberId);
		$this->notifications->answered($groupId, $member);
	}

	/** A person leaves the network, and with it every group and invitation. Their card is locked. */
	public function leaveAll(int $memberId): void {
		$this->lock->each($this->groupsOf($memberId), function (GroupPeople $group) use ($memberId): void {
			$membership = $group->of($memberId);
			match (true) {
				$membership === null, $membership->is(Membership::LEFT, Membership::DECLINED) => null,
				$membership->is(Membership::INVITED, Membership::REQUESTED) => $this->memberships->delete($membership),
				default => $this->end($membership, null),
			};
		});
	}

	/** A card is erased; it is locked. */
	public function forget(int $memberId): void {
		$this->lock->each($this->groupsOf($memberId), function (GroupPeople $group) use ($memberId): void {
			$membership = $group->of($memberId);
			if ($membership !== null) {
				$this->memberships->delete($membership);
				$this->handOver->settle($group->id());
			}
		});
		// Memberships of groups that no longer exist, from before these were removed with them.
		$this->memberships->deleteOfMember($memberId);
	}

	/**
	 * The group is locked.
	 *
	 * @param bool $inTeams detected in Teams, not said here
	 */
	public function end(Membership $membership, ?string $note, bool $inTeams = false): void {
		$membership->leave($this->days->today(), $inTeams);
		$membership->setExitNote($note);
		$this->memberships->update($membership);
		$this->handOver->settle($membership->getGroupId());
	}

	/** @return list<int> */
	private function groupsOf(int $memberId): array {
		return array_map(static fn (Membership $membership): int => $membership->getGroupId(), $this->memberships->findOfMember($memberId));
	}

	private static function note(mixed $note): ?string {
		return $note === null ? null : (Fields::text($note, 'note', GroupRules::LIMITS['exitNote']) ?: null);
	}
}
