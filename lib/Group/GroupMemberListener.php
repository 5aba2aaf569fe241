<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Applies changes of a card to its memberships.
 *
 * @template-implements IEventListener<Event>
 */
class GroupMemberListener implements IEventListener {
	public function __construct(
		private readonly MembershipMapper $memberships,
		private readonly GroupMapper $groups,
		private readonly GroupLock $lock,
		private readonly LeaveGroup $leaving,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberWithdrawn => $this->leaving->leaveAll($event->memberId),
			$event instanceof MemberDeleted => $this->leaving->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $event->add('memberships', $this->export($event->memberId)),
			default => null,
		};
	}

	/** Where both cards are in a group, the active membership stays; if both are, the first card's. */
	private function move(int $from, int $into): void {
		$ids = array_map(static fn (Membership $membership): int => $membership->getGroupId(), $this->memberships->findOfMember($from));
		$this->lock->each($ids, function (GroupPeople $group) use ($from, $into): void {
			$membership = $group->of($from);
			$other = $group->of($into);
			if ($membership === null) {
				return;
			}
			if ($other?->is(Membership::ACTIVE) === true) {
				// If either of the two facilitates, the person does.
				$other->setFacilitates($other->getFacilitates() === true || $membership->isFacilitator());
				$this->memberships->update($other);
				$this->memberships->delete($membership);
				return;
			}
			if ($other !== null) {
				$this->memberships->delete($other);
			}
			$membership->setMemberId($into);
			$this->memberships->update($membership);
		});
		// Memberships of groups that no longer exist.
		$this->memberships->deleteOfMember($from);
	}

	/** @return list<array<string, mixed>> */
	private function export(int $memberId): array {
		$titles = [];
		foreach ($this->groups->findAll() as $group) {
			$titles[(int)$group->getId()] = $group->getTitle();
		}
		return array_map(static fn (Membership $membership): array => [
			'group' => $titles[$membership->getGroupId()] ?? '',
			'role' => $membership->getRole() ?? '',
			'facilitates' => $membership->getFacilitates() === true,
			'facilitatesUntil' => $membership->getFacilitatesUntil(),
			'state' => $membership->getState(),
			'commitment' => $membership->getCommitment() ?? '',
			'hours' => $membership->getHours() ?? '',
			'from' => $membership->getFromDate(),
			'until' => $membership->getUntilDate(),
			'limits' => $membership->getLimits() ?? '',
			'left' => $membership->getLeftDate(),
			'leftInTeams' => $membership->getLeftInTeams() === true,
			'exitNote' => $membership->getExitNote() ?? '',
			'invited' => $membership->getInvitedAt() === null ? null : gmdate(DATE_ATOM, $membership->getInvitedAt()),
			'invitedBy' => $membership->getInvitedBy(),
			'inTeam' => $membership->getInTeam() === true,
			'reminded' => array_values(array_filter([$membership->getReminded(), $membership->getRemindedTerm()])),
		], $this->memberships->findOfMember($memberId));
	}
}
