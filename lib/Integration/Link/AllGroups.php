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

/** The groups of the network with their people, read once for all that a request asks of them. */
class AllGroups {
	/** @var ?array<int, GroupPeople> */
	private ?array $groups = null;

	public function __construct(
		private readonly Groups $reading,
		private readonly GroupAccess $access,
	) {
	}

	/** @return array<int, GroupPeople> by number */
	public function all(): array {
		if ($this->groups === null) {
			$this->groups = [];
			foreach ($this->reading->all() as $group) {
				$this->groups[$group->id()] = $group;
			}
		}
		return $this->groups;
	}

	/** The group that works on a board. */
	public function ofBoard(int $boardId): ?GroupPeople {
		return $this->first(static fn (Group $group): bool => $group->getBoardId() === $boardId);
	}

	/** The group whose folder it is. */
	public function ofFolder(int $fileId): ?GroupPeople {
		return $this->first(static fn (Group $group): bool => $group->getFolderId() === $fileId);
	}

	/** @return list<Membership> of those who take an active part in a group and whom the viewer meets there */
	public function active(Viewer $viewer, GroupPeople $group): array {
		return array_values(array_filter(
			$group->memberships,
			fn (Membership $membership): bool => $membership->is(Membership::ACTIVE) && $this->access->meets($viewer, $group, $membership),
		));
	}

	/** @param callable(Group): bool $is */
	private function first(callable $is): ?GroupPeople {
		foreach ($this->all() as $group) {
			if ($is($group->group)) {
				return $group;
			}
		}
		return null;
	}
}
