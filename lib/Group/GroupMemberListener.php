<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

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
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberWithdrawn => $this->leaving->leaveAll($event->memberId),
			$event instanceof MemberDeleted => $this->leaving->forget($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->add($event, $this->export($event->memberId)),
			$event instanceof AccountImporting => $event->leave('memberships', 'No group was joined: groups are asked on their pages, and engagements are written there.'),
			default => null,
		};
	}

	/** If both cards are in a group, the active membership is kept; if both are active, the first card's. */
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

	/** @param list<array<string, mixed>> $rows */
	private function add(MemberExporting $event, array $rows): void {
		$event->add('memberships', $rows, $this->l->t('Groups'), fn (): array => array_map(fn (array $row): array => [
			'text' => $row['group'],
			'about' => MemberExporting::line([
				$row['role'],
				$row['facilitates'] ? $this->l->t('facilitates the group') : '',
				match ($row['state']) {
					Membership::INVITED => $this->l->t('is invited'),
					Membership::REQUESTED => $this->l->t('asked to join'),
					Membership::DECLINED => $this->l->t('declined the invitation'),
					default => '',
				},
				$row['hours'],
				$row['from'] === null ? '' : $this->l->t('from %s', [DateWords::long($this->l, $row['from'])]),
				$row['until'] === null ? '' : $this->l->t('until %s', [DateWords::long($this->l, $row['until'])]),
				$row['left'] === null ? '' : $this->l->t('left on %s', [DateWords::long($this->l, $row['left'])]),
			], $row['commitment'], $row['limits'], $row['exitNote']),
		], $rows));
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
