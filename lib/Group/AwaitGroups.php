<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * What groups wait for from somebody: an answer to an invitation, what they engage for, a yes to those who ask, the charter.
 *
 * @template-implements IEventListener<Event>
 */
class AwaitGroups implements IEventListener {
	public function __construct(
		private readonly MembershipMapper $memberships,
		private readonly Groups $groups,
		private readonly GroupAccess $access,
		private readonly MyCharter $charter,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof CollectingAwaits || $event->viewer->memberId === null) {
			return;
		}
		$viewer = $event->viewer;
		$counts = [Membership::INVITED => 0, Membership::UNSIGNED => 0];
		$requests = 0;
		foreach ($this->memberships->findOfMember((int)$viewer->memberId) as $mine) {
			if (isset($counts[$mine->getState()]) || $mine->isFacilitator()) {
				$group = $this->groups->one($mine->getGroupId());
				if ($group->group->is(Group::CLOSED)) {
					continue;
				}
				$mine->isFacilitator() ? $requests += count($this->access->asking($viewer, $group)) : $counts[$mine->getState()]++;
			}
		}
		$event->add('group_invited', $counts[Membership::INVITED]);
		$event->add('group_unsigned', $counts[Membership::UNSIGNED]);
		$event->add('group_requests', $requests);
		$event->add('charter_asked', $viewer->groups !== [] && $this->charter->asked($viewer) !== null ? 1 : 0);
	}
}
