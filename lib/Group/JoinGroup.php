<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Group\Event\GroupJoined;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\EventDispatcher\IEventDispatcher;

/**
 * Joining a group oneself, and accepting people who ask. Being in a group opens what its people show to their groups, so both sides must agree; an
 * open group has agreed beforehand. Its Team agrees to nothing: its settings and members are changed in Nextcloud by anyone who manages it there.
 */
class JoinGroup {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly MembershipMapper $memberships,
		private readonly GroupAccess $access,
		private readonly CharterAcceptance $charter,
		private readonly GroupNotifications $notifications,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input the engagement, and as `charter` the version accepted with it
	 * @throws ReasonException not_found · no_card · card_hidden · group_closed · by_invitation · charter_not_signed · those of GroupRules::engage()
	 */
	public function join(Viewer $viewer, int $groupId, array $input): void {
		[$group, $member, $asks, $joins, $waits] = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $input): array {
			$member = $this->access->own($viewer);
			$membership = $this->enter($group, $member, $input);
			$asks = $membership->is(Membership::REQUESTED) && $group->of($member->ownerId())?->is(Membership::REQUESTED) !== true;
			$this->charter->accept($member, Input::number($input['charter'] ?? null), 'in the app', $viewer->uid);
			$this->memberships->save($membership);
			$joins = $membership->is(Membership::ACTIVE) && $group->of($member->ownerId())?->is(Membership::ACTIVE) !== true;
			return [$group, $member, $asks, $joins, $joins && GroupAccess::waitsForTeam($group, $membership)];
		}, $viewer->memberId);
		$this->notifications->answered($groupId, $member);
		foreach ([GroupNotifications::REQUESTED => $asks, GroupNotifications::TO_TEAM => $waits] as $what => $isDue) {
			if ($isDue) {
				$this->notifications->notifyFacilitators($what, $group);
			}
		}
		if ($joins) {
			$this->events->dispatchTyped(new GroupJoined($groupId, $member->ownerId()));
		}
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException not_found · no_card · not_in_group · those of GroupRules::engage()
	 */
	public function engage(Viewer $viewer, int $groupId, array $input): void {
		$this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $input): void {
			$membership = $group->of($this->access->own($viewer)->ownerId());
			if ($membership === null || !$membership->is(Membership::ACTIVE, Membership::REQUESTED)) {
				throw self::notIn();
			}
			GroupRules::engage($membership, $input);
			$this->memberships->update($membership);
		}, $viewer->memberId);
	}

	/**
	 * @throws ReasonException not_found · no_card · not_invited
	 */
	public function decline(Viewer $viewer, int $groupId): void {
		$member = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer): Member {
			$member = $this->access->own($viewer);
			$membership = $group->of($member->ownerId());
			if ($membership?->is(Membership::INVITED, Membership::DECLINED) !== true) {
				throw self::notInvited();
			}
			$membership->decline();
			$this->memberships->update($membership);
			return $member;
		}, $viewer->memberId);
		$this->notifications->answered($groupId, $member);
	}

	/**
	 * @throws ReasonException not_found · not_yours · outside_group · group_closed · unknown_member · not_requested
	 */
	public function admit(Viewer $viewer, int $groupId, int $memberId): Membership {
		[$membership, $admitted] = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId): array {
			$this->access->requireInside($viewer, $group);
			self::requireOpen($group);
			$member = $this->access->known($viewer, $memberId);
			$membership = $group->of($memberId);
			if ($membership === null || !$membership->is(Membership::REQUESTED, Membership::ACTIVE)) {
				throw new ReasonException('not_requested', Http::STATUS_CONFLICT);
			}
			if ($membership->is(Membership::ACTIVE)) {
				return [$membership, null];
			}
			$membership->enter();
			$this->memberships->update($membership);
			return [$membership, $member];
		}, $memberId);
		$this->notifications->notify(GroupNotifications::ADMITTED, $groupId, $admitted);
		if ($admitted !== null) {
			$this->events->dispatchTyped(new GroupJoined($groupId, $memberId));
		}
		return $membership;
	}

	/**
	 * @throws ReasonException group_closed
	 */
	public static function requireOpen(GroupPeople $group): void {
		if ($group->group->is(Group::CLOSED)) {
			throw new ReasonException('group_closed', Http::STATUS_CONFLICT);
		}
	}

	public static function notIn(): ReasonException {
		return new ReasonException('not_in_group', Http::STATUS_CONFLICT);
	}

	public static function notInvited(): ReasonException {
		return new ReasonException('not_invited', Http::STATUS_CONFLICT);
	}

	/**
	 * A copy of the membership with its new values.
	 *
	 * @param array<array-key, mixed> $input
	 */
	private function enter(GroupPeople $group, Member $member, array $input): Membership {
		GroupAccess::requireShown($member);
		self::requireOpen($group);
		$stored = $group->of($member->ownerId());
		$membership = $stored === null ? Membership::of($group->id(), $member->ownerId(), Membership::LEFT) : clone $stored;
		GroupRules::engage($membership, $input);
		$preset = GroupAccess::preset($group->group);
		$enters = $membership->is(Membership::ACTIVE, Membership::INVITED) || $preset === TeamPreset::Open;
		if (!$enters && $preset === TeamPreset::Private) {
			throw new ReasonException('by_invitation', Http::STATUS_FORBIDDEN);
		}
		$enters ? $membership->enter() : $membership->setState(Membership::REQUESTED);
		return $membership;
	}
}
