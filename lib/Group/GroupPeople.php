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
use OCA\Reseau\Shared\ReasonException;

/** A group with everyone related to it, and what follows from that. */
final class GroupPeople {
	/**
	 * @param list<Membership> $memberships all memberships of the group
	 * @param array<int, Member> $members the people of the memberships, by id; may contain others
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

	/** @return array<int, Membership> those facilitators who can log in, by id of the card */
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

	/**
	 * For what only its own facilitators do, no facilitators of the network in their place.
	 *
	 * @throws ReasonException not_yours
	 */
	public function requireFacilitatedBy(?string $uid): void {
		if (!$this->isFacilitatedBy($uid)) {
			throw ReasonException::notYours();
		}
	}

	/** Whether they are an active member. */
	public function isIn(Viewer $viewer): bool {
		return $viewer->memberId !== null && $this->of($viewer->memberId)?->is(Membership::ACTIVE) === true;
	}

	/**
	 * Whether a person has joined or asks to join, which prevents this viewer from undoing the group; people whose cards are not shown count too, but not the viewer
	 * if they made the group.
	 */
	public function hasJoined(Viewer $viewer): bool {
		$made = $this->group->getCreatedBy();
		$own = $made === null || $made === $viewer->uid ? $viewer->memberId : null;
		foreach ($this->memberships as $membership) {
			if ($membership->getMemberId() !== $own && $membership->is(Membership::ACTIVE, Membership::UNSIGNED, Membership::REQUESTED)) {
				return true;
			}
		}
		return false;
	}

	/** Whether they decide about it: they facilitate it, or facilitate the network if it has no facilitator. */
	public function isSteeredBy(Viewer $viewer): bool {
		return $this->isFacilitatedBy($viewer->uid) || ($viewer->facilitator && $this->facilitators() === []);
	}

	/**
	 * Whether they decide who joins, which opens what its people show to their groups: they decide about the group and are in it. If no one is in it,
	 * there is nothing to open.
	 */
	public function mayAdmit(Viewer $viewer): bool {
		return $this->isSteeredBy($viewer) && ($this->isIn($viewer) || $this->inside() === []);
	}

	/** @return list<Membership> all active members, shown or not */
	public function inside(): array {
		return array_values(array_filter($this->memberships, static fn (Membership $membership): bool => $membership->is(Membership::ACTIVE)));
	}

	/** Whether they are its only facilitator. */
	public function isLastFacilitator(Viewer $viewer): bool {
		return $viewer->memberId !== null && array_keys($this->facilitators()) === [$viewer->memberId];
	}
}
