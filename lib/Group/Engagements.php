<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\Audience\Viewer;

/** A person's own memberships, for calendars. */
class Engagements {
	public function __construct(
		private readonly MembershipMapper $memberships,
	) {
	}

	/** @return list<Ending> ends of the viewer's commitments and of their time as facilitator, in the groups they are in */
	public function endings(Viewer $viewer): array {
		$endings = [];
		foreach ($viewer->memberId === null ? [] : $this->memberships->findOfMember($viewer->memberId) as $membership) {
			if (!$membership->is(Membership::ACTIVE) || !isset($viewer->groups[$membership->getGroupId()])) {
				continue;
			}
			if ($membership->getUntilDate() !== null) {
				$endings[] = new Ending($membership->getGroupId(), $membership->getUntilDate(), false, (int)$membership->getEnteredAt());
			}
			if ($membership->isFacilitator() && $membership->getFacilitatesUntil() !== null) {
				$endings[] = new Ending($membership->getGroupId(), $membership->getFacilitatesUntil(), true, (int)$membership->getEnteredAt());
			}
		}
		return $endings;
	}

	/** @return ?int since when a person has been in a group without a break, in seconds since 1970, 0: since before this was stored; null: they are not in it */
	public function since(int $memberId, int $groupId): ?int {
		$membership = $this->memberships->find($groupId, $memberId);
		return $membership?->is(Membership::ACTIVE) === true ? (int)$membership->getEnteredAt() : null;
	}
}
