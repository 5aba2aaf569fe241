<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;

/** A group with everybody who stands to it somehow, and what follows from that. */
final class GroupPeople {
	/**
	 * @param list<Membership> $memberships all of the group's
	 * @param array<int, Member> $members the people of the memberships, by id; maybe others
	 */
	public function __construct(
		public readonly Group $group,
		public readonly array $memberships,
		private readonly array $members,
	) {
	}

	public function id(): int {
		return (int)$this->group->getId();
	}

	public function of(?int $memberId): ?Membership {
		foreach ($this->memberships as $membership) {
			if ($membership->getMemberId() === $memberId) {
				return $membership;
			}
		}
		return null;
	}

	public function member(int $memberId): ?Member {
		return $this->members[$memberId] ?? null;
	}

	/** @return array<int, Membership> those who facilitate and can log in, by id of the card */
	public function facilitators(): array {
		$facilitators = [];
		foreach ($this->memberships as $membership) {
			$member = $membership->isFacilitator() ? $this->member($membership->getMemberId()) : null;
			if ($member !== null && People::acts($member)) {
				$facilitators[$membership->getMemberId()] = $membership;
			}
		}
		return $facilitators;
	}

	/** Whether an account is one of them. */
	public function isFacilitatedBy(?string $uid): bool {
		foreach (array_keys($this->facilitators()) as $id) {
			if ($uid !== null && $this->member($id)?->getUid() === $uid) {
				return true;
			}
		}
		return false;
	}

	/** Takes an active part in it. */
	public function isIn(Viewer $viewer): bool {
		return $viewer->memberId !== null && $this->of($viewer->memberId)?->is(Membership::ACTIVE) === true;
	}

	/** Whether people besides the viewer take part in it or ask to, also those whose cards nobody is shown. */
	public function hasOthers(Viewer $viewer): bool {
		foreach ($this->memberships as $membership) {
			if ($membership->getMemberId() !== $viewer->memberId && $membership->is(Membership::ACTIVE, Membership::UNSIGNED, Membership::REQUESTED)) {
				return true;
			}
		}
		return false;
	}

	/** Decides about it: facilitates it, or facilitates the network where nobody does. */
	public function isSteeredBy(Viewer $viewer): bool {
		return $this->isFacilitatedBy($viewer->uid) || ($viewer->facilitator && $this->facilitators() === []);
	}

	/**
	 * Decides who comes in, which opens what its people show to their groups: whoever decides about it and is in it. Where nobody at all is
	 * in it there is nothing to open.
	 */
	public function letsIn(Viewer $viewer): bool {
		return $this->isSteeredBy($viewer) && ($this->isIn($viewer) || $this->inside() === []);
	}

	/** @return list<Membership> everybody who takes an active part in it, shown or not */
	public function inside(): array {
		return array_values(array_filter($this->memberships, static fn (Membership $membership): bool => $membership->is(Membership::ACTIVE)));
	}

	/** Facilitates it, and nobody else does. */
	public function isLastFacilitator(Viewer $viewer): bool {
		return $viewer->memberId !== null && array_keys($this->facilitators()) === [$viewer->memberId];
	}
}
