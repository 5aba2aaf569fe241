<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** Reads groups with their people, and forgets accounts that are gone. */
class Groups {
	public function __construct(
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly Viewers $viewers,
	) {
	}

	/** Who is asking right now, as they stand to groups by now. */
	public function viewer(): Viewer {
		return $this->viewers->current();
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function one(int $id): GroupPeople {
		return $this->with($this->groups->findById($id) ?? throw ReasonException::notFound());
	}

	/** The group as it was read, its people as they are stored. */
	public function with(Group $group): GroupPeople {
		$memberships = $this->memberships->findOfGroup((int)$group->getId());
		return new GroupPeople($group, $memberships, $this->people->byIds(array_map(self::memberId(...), $memberships)));
	}

	/** @return list<GroupPeople> to be listed to a viewer, as MembershipMapper::findForList() reads them */
	public function all(Viewer $viewer): array {
		$memberships = [];
		$ids = [];
		foreach ($this->memberships->findForList($viewer->memberId) as $membership) {
			$memberships[$membership->getGroupId()][] = $membership;
			$ids[$membership->getMemberId()] = true;
		}
		$people = $this->people->byIds(array_keys($ids));
		return array_map(
			static fn (Group $group): GroupPeople => new GroupPeople($group, $memberships[(int)$group->getId()] ?? [], $people),
			$this->groups->findAll(),
		);
	}

	/** @return list<Group> those made from minutes, without their people */
	public function madeFromMinutes(): array {
		return array_values(array_filter($this->groups->findAll(), static fn (Group $group): bool => $group->getMinutesId() !== null));
	}

	public function exists(int $groupId): bool {
		return $this->groups->findById($groupId) !== null;
	}

	public function title(int $groupId): ?string {
		return $this->groups->findById($groupId)?->getTitle();
	}

	/** Whether an account decides about a group: it facilitates it, or the network where nobody does. */
	public function isFacilitatedBy(int $groupId, string $uid): bool {
		return $this->exists($groupId) && $this->one($groupId)->isSteeredBy($this->viewers->of($uid));
	}

	/** An account is gone; its card has left the groups, or was erased, by itself. */
	public function forgetAccount(string $uid): void {
		$this->groups->forgetAccount($uid);
		$this->memberships->forgetAccount($uid);
	}

	private static function memberId(Membership $membership): int {
		return $membership->getMemberId();
	}
}
