<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Acceptances;
use OCA\Reseau\Member\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** Asking people into a group, and what those without an account have answered. Nobody is put into a group unasked. */
class Invitations {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MembershipMapper $memberships,
		private readonly Groups $groups,
		private readonly People $people,
		private readonly Viewers $viewers,
		private readonly GroupAccess $access,
		private readonly MyCharter $charter,
		private readonly Acceptances $acceptances,
		private readonly GroupNotice $notice,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Asks a member in the name of one of the group's facilitators.
	 *
	 * @throws ReasonException not_found · not_yours · unknown_member: the facilitator may not see the card · group_closed
	 */
	public function ask(int $groupId, int $memberId, string $byUid): AskOutcome {
		$viewer = $this->viewers->of($byUid);
		$group = $this->groups->one($groupId);
		$this->access->requireSteering($viewer, $group);
		$member = $this->access->known($viewer, $memberId);
		JoinGroup::requireOpen($group);
		$stored = $group->of($memberId);
		$known = match ($stored?->getState()) {
			Membership::ACTIVE, Membership::UNSIGNED => AskOutcome::InAlready,
			Membership::INVITED => AskOutcome::AskedAlready,
			Membership::DECLINED => AskOutcome::RefusedBefore,
			default => null,
		};
		if ($known !== null) {
			return $known;
		}
		$membership = $stored ?? Membership::of($groupId, $memberId, Membership::INVITED);
		// Who asked to come in is asked by that: both have said yes.
		$wanted = $membership->is(Membership::REQUESTED);
		$wanted ? $membership->enter() : $membership->setState(Membership::INVITED);
		$membership->setInvitedBy($byUid);
		$membership->setInvitedAt($this->clock->getTime());
		$stored === null ? $this->memberships->insert($membership) : $this->memberships->update($membership);
		if ($member->getUid() === null) {
			return AskOutcome::NoAccount;
		}
		$this->notice->tell($wanted ? GroupNotice::ADMITTED : GroupNotice::INVITED, $groupId, $member);
		return $wanted ? AskOutcome::InAlready : AskOutcome::Notified;
	}

	/**
	 * Somebody without an account said yes: they are in the group, and how they said so is written into the record of consents.
	 *
	 * @param string $how at most 500 characters
	 * @param ?string $byUid who writes it down, null: the person themselves, by the link of a mail
	 * @param array<array-key, mixed> $input what they engage for
	 * @throws ReasonException not_found · own_account · card_hidden · group_closed
	 */
	public function accept(int $groupId, int $memberId, string $how, ?string $byUid, array $input = []): void {
		$this->enter($this->groups->one($groupId), $this->people->byId($memberId) ?? throw ReasonException::notFound(), $input, $how, $byUid);
	}

	/**
	 * The same by a facilitator, with what the person engages for.
	 *
	 * @param array<array-key, mixed> $input memberId, how, the engagement, and the version of the charter they accept
	 * @throws ReasonException not_yours · unknown_member · own_account · card_hidden · group_closed · how_missing · charter_not_signed ·
	 *                         those of GroupRules::engage()
	 */
	public function add(Viewer $viewer, GroupPeople $group, array $input): Membership {
		$this->access->requireSteering($viewer, $group);
		$member = $this->access->known($viewer, Input::number($input['memberId'] ?? null));
		$how = Fields::text($input['how'] ?? '', 'how', GroupRules::LIMITS['how']);
		if ($how === '') {
			throw new ReasonException('how_missing', details: ['field' => 'how']);
		}
		return $this->enter($group, $member, $input, $how, $viewer->uid);
	}

	/**
	 * What somebody without an account engages for, as who keeps their card writes it.
	 *
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException unknown_member · not_yours · not_in_group · those of GroupRules::engage()
	 */
	public function change(Viewer $viewer, GroupPeople $group, int $memberId, array $input): Membership {
		$member = $this->access->known($viewer, $memberId);
		if ($member->getUid() !== null || !Audience::keeps($viewer, $member)) {
			throw ReasonException::notYours();
		}
		$membership = $group->of($memberId);
		if ($membership?->is(Membership::ACTIVE) !== true) {
			throw JoinGroup::notIn();
		}
		GroupRules::engage($membership, $input);
		$this->memberships->update($membership);
		return $membership;
	}

	/** A member said no to this group: they are not asked again. */
	public function refuse(int $groupId, int $memberId): void {
		$stored = $this->memberships->find($groupId, $memberId);
		if ($stored === null) {
			$this->memberships->insert(Membership::of($groupId, $memberId, Membership::DECLINED));
		} elseif ($stored->is(Membership::INVITED)) {
			$stored->setState(Membership::DECLINED);
			$stored->setFacilitates(false);
			$this->memberships->update($stored);
		}
	}

	/** An invitation nobody has answered goes. */
	public function takeBack(int $groupId, int $memberId): bool {
		$stored = $this->memberships->find($groupId, $memberId);
		if ($stored?->is(Membership::INVITED) !== true) {
			return false;
		}
		$this->memberships->delete($stored);
		$member = $this->people->byId($memberId);
		if ($member !== null) {
			$this->notice->answered($groupId, $member);
		}
		return true;
	}

	/** @param array<array-key, mixed> $input */
	private function enter(GroupPeople $group, Member $member, array $input, string $how, ?string $byUid): Membership {
		if ($member->getUid() !== null) {
			throw new ReasonException('own_account', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		GroupAccess::requireShown($member);
		JoinGroup::requireOpen($group);
		$stored = $group->of($member->ownerId());
		$membership = $stored ?? Membership::of($group->id(), $member->ownerId(), Membership::INVITED);
		GroupRules::engage($membership, $input);
		$this->atomic(function () use ($group, $member, $membership, $stored, $input, $how, $byUid): void {
			if (isset($input['charter'])) {
				$this->charter->accept($member, Input::number($input['charter']), $how, $byUid);
			}
			if (!$membership->is(Membership::ACTIVE)) {
				$this->acceptances->recordEngagement($member, $group->id(), $how, $byUid);
				$membership->enter();
			}
			$stored === null ? $this->memberships->insert($membership) : $this->memberships->update($membership);
		}, $this->db);
		return $membership;
	}
}
