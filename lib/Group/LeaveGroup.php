<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Member;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** Leaving, oneself or with the whole network, and ending what was begun with somebody. Nobody is held back. */
class LeaveGroup {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MembershipMapper $memberships,
		private readonly GroupAccess $access,
		private readonly HandOver $handOver,
		private readonly GroupNotice $notice,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Who was seen leaving in Teams, or leaves twice because an answer was lost, may still add their word.
	 *
	 * @throws ReasonException no_card · not_in_group · wrong_type · bad_text · too_long
	 */
	public function leave(Viewer $viewer, GroupPeople $group, mixed $note): void {
		$member = $this->access->own($viewer);
		$note = self::note($note);
		$membership = $group->of($member->ownerId());
		if ($membership === null || $membership->is(Membership::INVITED, Membership::DECLINED)) {
			throw JoinGroup::notIn();
		}
		if ($membership->is(Membership::REQUESTED)) {
			$this->memberships->delete($membership);
			return;
		}
		if ($membership->is(Membership::LEFT)) {
			$membership->setExitNote($note ?? $membership->getExitNote());
			// Leaving the Team came first, as the app does it: now they have said so.
			$membership->setLeftInTeams(null);
			$this->memberships->update($membership);
			return;
		}
		$this->end($membership, $note);
		$this->notice->answered($group->id(), $member);
	}

	/**
	 * Takes back an invitation, says no to who asked, or ends the membership of somebody without an account.
	 *
	 * @throws ReasonException unknown_member · not_in_group · not_yours · own_account: whoever has an account leaves themselves ·
	 *                         wrong_type · bad_text · too_long
	 */
	public function remove(Viewer $viewer, GroupPeople $group, int $memberId, mixed $note): void {
		$member = $this->access->known($viewer, $memberId);
		$note = self::note($note);
		$membership = $group->of($memberId);
		if ($membership === null || !$membership->is(Membership::INVITED, Membership::REQUESTED, Membership::ACTIVE) || !$this->access->meets($viewer, $group, $membership)) {
			throw JoinGroup::notIn();
		}
		$keeps = $member->getUid() === null && Audience::keeps($viewer, $member);
		if (!$keeps) {
			$this->access->requireSteering($viewer, $group);
		}
		if ($membership->is(Membership::ACTIVE)) {
			if ($member->getUid() !== null) {
				throw new ReasonException('own_account', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			$this->end($membership, $note);
			return;
		}
		$this->memberships->delete($membership);
		$this->notice->answered($group->id(), $member);
	}

	/** A person leaves the network: every group with it, and what was asked of them. */
	public function leaveAll(int $memberId): void {
		foreach ($this->memberships->findOfMember($memberId) as $membership) {
			match (true) {
				$membership->is(Membership::LEFT, Membership::DECLINED) => null,
				$membership->is(Membership::INVITED, Membership::REQUESTED) => $this->memberships->delete($membership),
				default => $this->end($membership, null),
			};
		}
	}

	/** A card is erased. */
	public function forget(int $memberId): void {
		$groups = array_map(static fn (Membership $membership): int => $membership->getGroupId(), $this->memberships->findOfMember($memberId));
		$this->memberships->deleteOfMember($memberId);
		array_walk($groups, $this->handOver->settle(...));
	}

	/** @param bool $inTeams it was seen there, nobody said so here */
	public function end(Membership $membership, ?string $note, bool $inTeams = false): void {
		$this->atomic(function () use ($membership, $note, $inTeams): void {
			$membership->leave($this->clock->getDateTime()->format('Y-m-d'), $inTeams);
			$membership->setExitNote($note);
			$this->memberships->update($membership);
			$this->handOver->settle($membership->getGroupId());
		}, $this->db);
	}

	private static function note(mixed $note): ?string {
		return $note === null ? null : (Fields::text($note, 'note', GroupRules::LIMITS['exitNote']) ?: null);
	}
}
