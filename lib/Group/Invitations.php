<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\Interactions;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Inviting people to a group. Nobody joins without their consent: people with an account answer themselves, for others the keeper of their card does
 * (KeptMemberAnswers).
 */
class Invitations {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly MembershipMapper $memberships,
		private readonly Viewers $viewers,
		private readonly GroupAccess $access,
		private readonly KeptMemberAnswers $answers,
		private readonly GroupNotifications $notifications,
		private readonly GroupLimits $limits,
		private readonly ITimeFactory $clock,
		private readonly Interactions $interactions,
	) {
	}

	/**
	 * Invites a member on behalf of one of the group's facilitators.
	 *
	 * @throws ReasonException not_found · not_yours · outside_group · unknown_member: the facilitator may not see the card · group_closed · restricted ·
	 *                         enough_invitations_today
	 */
	public function ask(int $groupId, int $memberId, string $byUid): AskOutcome {
		$viewer = $this->viewers->of($byUid);
		$this->limits->countInvitation($viewer);
		[$outcome, $notification, $member] = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId): array {
			$this->access->requireInside($viewer, $group);
			$member = $this->access->known($viewer, $memberId);
			JoinGroup::requireOpen($group);
			return [...$this->write($viewer, $group, $member, []), $member];
		}, $memberId);
		$this->notify($notification, $groupId, $member, $byUid);
		return $outcome;
	}

	/**
	 * Adds a person without an account to a group. If the keeper of their card does it, they join immediately; if another facilitator does, they are
	 * invited, and the keeper answers with them.
	 *
	 * @param array<array-key, mixed> $input memberId, how, the engagement, and the version of the charter they accept; how and the charter count only
	 *                                       from the keeper of the card
	 * @throws ReasonException not_found · not_yours · outside_group · unknown_member · own_account · card_hidden · group_closed · how_missing ·
	 *                         refused_before · charter_not_signed · enough_invitations_today · those of GroupRules::engage()
	 */
	public function add(Viewer $viewer, int $groupId, array $input): Membership {
		$memberId = Input::number($input['memberId'] ?? null);
		[$membership, $notification, $member] = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId, $input): array {
			$this->access->requireInside($viewer, $group);
			$member = $this->access->known($viewer, $memberId);
			if (Visibility::keeps($viewer, $member) && $member->getUid() === null) {
				return [$this->answers->enter($group, $member, $input, self::how($input), $viewer->uid), null, $member];
			}
			KeptMemberAnswers::requireNoAccount($member);
			GroupAccess::requireShown($member);
			JoinGroup::requireOpen($group);
			$this->limits->countInvitation($viewer);
			[$outcome, $notification] = $this->write($viewer, $group, $member, $input);
			if ($outcome === AskOutcome::RefusedBefore) {
				throw new ReasonException('refused_before', Http::STATUS_CONFLICT);
			}
			return [$this->memberships->find($group->id(), $member->ownerId()), $notification, $member];
		}, $memberId);
		$this->notify($notification, $groupId, $member, (string)$viewer->uid);
		return $membership;
	}

	/**
	 * The keeper of an invited person's card records that they join.
	 *
	 * @param array<array-key, mixed> $input how, the engagement, and the version of the charter they accept
	 * @throws ReasonException not_found · unknown_member · not_yours · not_invited · card_hidden · group_closed · how_missing ·
	 *                         charter_not_signed · those of GroupRules::engage()
	 */
	public function acceptFor(Viewer $viewer, int $groupId, int $memberId, array $input): Membership {
		return $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId, $input): Membership {
			$member = $this->access->keptBy($viewer, $memberId);
			$how = self::how($input);
			if ($group->of($memberId)?->is(Membership::INVITED, Membership::ACTIVE) !== true) {
				throw JoinGroup::notInvited();
			}
			return $this->answers->enter($group, $member, $input, $how, $viewer->uid);
		}, $memberId);
	}

	/**
	 * The keeper of an invited person's card records that they decline: they are not invited again.
	 *
	 * @throws ReasonException not_found · unknown_member · not_yours · not_invited
	 */
	public function declineFor(Viewer $viewer, int $groupId, int $memberId): void {
		$this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId): void {
			$this->access->keptBy($viewer, $memberId);
			$membership = $group->of($memberId);
			if ($membership?->is(Membership::INVITED, Membership::DECLINED) !== true) {
				throw JoinGroup::notInvited();
			}
			$membership->decline();
			$this->memberships->update($membership);
		}, $memberId);
	}

	/**
	 * The engagement of a person without an account, written by the keeper of their card.
	 *
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException not_found · unknown_member · not_yours · not_in_group · those of GroupRules::engage()
	 */
	public function change(Viewer $viewer, int $groupId, int $memberId, array $input): Membership {
		return $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId, $input): Membership {
			$this->access->keptBy($viewer, $memberId);
			$membership = $group->of($memberId);
			if ($membership?->is(Membership::ACTIVE) !== true) {
				throw JoinGroup::notIn();
			}
			GroupRules::engage($membership, $input);
			$this->memberships->update($membership);
			return $membership;
		}, $memberId);
	}

	/**
	 * @param array<array-key, mixed> $input the engagement proposed to them
	 * @return array{AskOutcome, ?string} and the notification to send, a constant of GroupNotifications
	 */
	private function write(Viewer $viewer, GroupPeople $group, Member $member, array $input): array {
		$stored = $group->of($member->ownerId());
		$known = match ($stored?->getState()) {
			Membership::ACTIVE => AskOutcome::InAlready,
			Membership::INVITED => AskOutcome::AskedAlready,
			Membership::DECLINED => AskOutcome::RefusedBefore,
			default => null,
		};
		if ($known !== null) {
			return [$known, null];
		}
		$membership = $stored ?? Membership::of($group->id(), $member->ownerId(), Membership::INVITED);
		GroupRules::engage($membership, $input);
		// An invitation to a person who asked to join makes them a member: both sides have agreed.
		$wanted = $membership->is(Membership::REQUESTED);
		if (!$wanted) {
			$this->interactions->requireAllowed($viewer->uid, $member->getUid());
		}
		$wanted ? $membership->enter() : $membership->setState(Membership::INVITED);
		$membership->setInvitedBy($viewer->uid);
		$membership->setInvitedAt($this->clock->getTime());
		$this->memberships->save($membership);
		return match (true) {
			$wanted => [AskOutcome::InAlready, GroupNotifications::ADMITTED],
			$member->getUid() !== null => [AskOutcome::Notified, GroupNotifications::INVITED],
			Visibility::keeps($viewer, $member) => [AskOutcome::NoAccount, null],
			default => [AskOutcome::KeeperAsked, GroupNotifications::KEPT_INVITED],
		};
	}

	private function notify(?string $what, int $groupId, Member $member, string $byUid): void {
		match ($what) {
			null => null,
			GroupNotifications::KEPT_INVITED => $this->notifications->askKeepers($groupId, $member, $byUid),
			default => $this->notifications->notify($what, $groupId, $member),
		};
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException how_missing · wrong_type · bad_text · too_long
	 */
	private static function how(array $input): string {
		$how = Fields::text($input['how'] ?? '', 'how', GroupRules::LIMITS['how']);
		return $how !== '' ? $how : throw new ReasonException('how_missing', details: ['field' => 'how']);
	}
}
