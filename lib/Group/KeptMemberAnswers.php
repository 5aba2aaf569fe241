<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Acceptances;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Answers of people without an account to a group's invitation: by the link of a mail, or through the keeper of their card. */
class KeptMemberAnswers {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly CharterAcceptance $charter,
		private readonly Acceptances $acceptances,
	) {
	}

	/**
	 * The person accepted by the link of a mail: they are in the group, and how they consented is recorded.
	 *
	 * @param string $how at most 500 characters
	 * @param array<array-key, mixed> $input their engagement
	 * @throws ReasonException not_found · own_account · card_hidden · group_closed
	 */
	public function accept(int $groupId, int $memberId, string $how, array $input = []): void {
		$this->lock->run(
			$groupId,
			fn (GroupPeople $group) => $this->enter($group, $this->people->byId($memberId) ?? throw ReasonException::notFound(), $input, $how, null),
			$memberId,
		);
	}

	/** The person declined this group by the link of a mail: they are not invited again. */
	public function refuse(int $groupId, int $memberId): void {
		$this->lock->run($groupId, function (GroupPeople $group) use ($groupId, $memberId): void {
			$stored = $group->of($memberId);
			if ($this->people->byId($memberId) !== null && ($stored === null || $stored->is(Membership::INVITED))) {
				$membership = $stored ?? Membership::of($groupId, $memberId, Membership::DECLINED);
				$membership->decline();
				$this->memberships->save($membership);
			}
		}, $memberId);
	}

	/**
	 * Records that they are in the group; the group is locked.
	 *
	 * @param array<array-key, mixed> $input the engagement, and the version of the charter they accept
	 * @param ?string $byUid the account that records it; null: the person themselves
	 * @throws ReasonException own_account · card_hidden · group_closed · charter_not_signed · those of GroupRules::engage()
	 */
	public function enter(GroupPeople $group, Member $member, array $input, string $how, ?string $byUid): Membership {
		self::requireNoAccount($member);
		GroupAccess::requireShown($member);
		JoinGroup::requireOpen($group);
		$membership = $group->of($member->ownerId()) ?? Membership::of($group->id(), $member->ownerId(), Membership::INVITED);
		GroupRules::engage($membership, $input);
		if (isset($input['charter'])) {
			$this->charter->accept($member, Input::number($input['charter']), $how, $byUid);
		}
		if (!$membership->is(Membership::ACTIVE)) {
			$this->acceptances->recordEngagement($member, $group->id(), $how, $byUid);
			$membership->enter();
			// Without an account nobody can facilitate, even if invited to.
			$membership->setFacilitates(false);
		}
		$this->memberships->save($membership);
		return $membership;
	}

	/**
	 * @throws ReasonException own_account
	 */
	public static function requireNoAccount(Member $member): void {
		if ($member->getUid() !== null) {
			throw new ReasonException('own_account', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}
}
