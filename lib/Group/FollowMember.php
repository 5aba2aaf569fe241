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
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * What happens to a card happens to its memberships.
 *
 * @template-implements IEventListener<Event>
 */
class FollowMember implements IEventListener {
	public function __construct(
		private readonly MembershipMapper $memberships,
		private readonly GroupMapper $groups,
		private readonly ITimeFactory $clock,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberWithdrawn => $this->leaveAll($event->memberId),
			$event instanceof MemberDeleted => $this->memberships->deleteOfMember($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $event->add('memberships', $this->export($event->memberId)),
			default => null,
		};
	}

	private function leaveAll(int $memberId): void {
		foreach ($this->memberships->findOfMember($memberId) as $membership) {
			if ($membership->getState() !== Membership::LEFT) {
				$membership->setState(Membership::LEFT);
				$membership->setLeftDate($this->clock->getDateTime()->format('Y-m-d'));
				$this->memberships->update($membership);
			}
		}
	}

	/** Where both cards took part in a group, the part that is still going stays; of two alike, the first card's. */
	private function move(int $from, int $into): void {
		foreach ($this->memberships->findOfMember($from) as $membership) {
			$other = $this->memberships->find($membership->getGroupId(), $into);
			if ($other !== null && $other->getState() === Membership::ACTIVE) {
				$this->memberships->delete($membership);
				continue;
			}
			if ($other !== null) {
				$this->memberships->delete($other);
			}
			$membership->setMemberId($into);
			$this->memberships->update($membership);
		}
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
			'state' => $membership->getState(),
			'commitment' => $membership->getCommitment() ?? '',
			'from' => $membership->getFromDate(),
			'until' => $membership->getUntilDate(),
			'limits' => $membership->getLimits() ?? '',
			'left' => $membership->getLeftDate(),
			'exitNote' => $membership->getExitNote() ?? '',
		], $this->memberships->findOfMember($memberId));
	}
}
