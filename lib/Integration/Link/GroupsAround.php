<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupAccess;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Shared\Audience\Viewer;

/** Groups for the neighbourhood of a thing: each is loaded once per request, and only if needed. */
class GroupsAround {
	/** @var array<int, ?GroupPeople> */
	private array $read = [];

	/** @var ?array<int, int> group ids by folder id */
	private ?array $folders = null;

	public function __construct(
		private readonly Groups $groups,
		private readonly GroupAccess $access,
	) {
	}

	public function one(int $id): ?GroupPeople {
		return $this->read[$id] ??= $this->groups->some([$id])[0] ?? null;
	}

	/** @return list<int> ids of the other groups created from the same minutes */
	public function ofSameMinutes(Group $group): array {
		$same = $group->getMinutesId() === null ? [] : array_filter(
			$this->groups->madeFromMinutes(),
			static fn (Group $other): bool => $other->getMinutesId() === $group->getMinutesId() && $other->getId() !== $group->getId(),
		);
		return array_map(static fn (Group $other): int => (int)$other->getId(), array_values($same));
	}

	/** Id of the group that uses a board. */
	public function ofBoard(int $boardId): ?int {
		return $this->groups->idOfBoard($boardId);
	}

	/** Id of the group that owns a folder. */
	public function ofFolder(int $fileId): ?int {
		$this->folders ??= array_flip($this->groups->folders());
		return $this->folders[$fileId] ?? null;
	}

	/** @return list<Membership> active memberships of a group that the viewer may see */
	public function active(Viewer $viewer, GroupPeople $group): array {
		return array_values(array_filter(
			$group->memberships,
			fn (Membership $membership): bool => $membership->is(Membership::ACTIVE) && $this->access->meets($viewer, $group, $membership),
		));
	}
}
