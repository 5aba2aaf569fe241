<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * What groups need from a person: answers to invitations (their own, and of people whose cards they keep), an engagement to write or renew, requests
 * to accept, the charter.
 *
 * @template-implements IEventListener<Event>
 */
class GroupAwaitsListener implements IEventListener {
	public function __construct(
		private readonly MembershipMapper $memberships,
		private readonly Groups $groups,
		private readonly GroupAccess $access,
		private readonly CharterAcceptance $charter,
		private readonly Days $days,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits) {
			if ($event->viewer->memberId !== null) {
				$this->ownGroups($event, $event->viewer);
			}
			$this->keptCards($event, $event->viewer);
		}
	}

	/** People without an account, whose cards the viewer keeps, are invited. */
	private function keptCards(CollectingAwaits $event, Viewer $viewer): void {
		$groups = array_map(static fn (Membership $membership): int => $membership->getGroupId(), $this->memberships->findAskedOf($viewer));
		$open = array_filter($groups, fn (int $id): bool => $this->groups->isOpen($id));
		$event->add('group_kept_invited', count($open), array_values(array_unique($open)));
	}

	private function ownGroups(CollectingAwaits $event, Viewer $viewer): void {
		$groups = [Membership::INVITED => [], Membership::UNSIGNED => [], 'over' => [], 'asked' => []];
		$requests = 0;
		$today = $this->days->today();
		foreach ($this->memberships->findOfMember((int)$viewer->memberId) as $mine) {
			$ended = $mine->is(Membership::ACTIVE) && $mine->getUntilDate() !== null && $mine->getUntilDate() < $today;
			$waits = $mine->is(Membership::INVITED, Membership::UNSIGNED);
			if (!$waits && !$ended && !$mine->isFacilitator()) {
				continue;
			}
			if (!$this->groups->isOpen($mine->getGroupId())) {
				continue;
			}
			$group = $this->groups->one($mine->getGroupId());
			$asking = $mine->isFacilitator() ? count($this->access->asking($viewer, $group)) : 0;
			$requests += $asking;
			foreach (array_filter([$mine->getState() => $waits, 'over' => $ended, 'asked' => $asking > 0]) as $what => $_) {
				$groups[$what][] = $group->id();
			}
		}
		$event->add('group_invited', count($groups[Membership::INVITED]), $groups[Membership::INVITED]);
		$event->add('group_unsigned', count($groups[Membership::UNSIGNED]), $groups[Membership::UNSIGNED]);
		$event->add('group_over', count($groups['over']), $groups['over']);
		$event->add('group_requests', $requests, $groups['asked']);
		$event->add('charter_asked', $viewer->groups !== [] && $this->charter->asked($viewer) !== null ? 1 : 0);
	}
}
