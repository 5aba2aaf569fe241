<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Group\Event\GroupClosed;
use OCA\Reseau\Group\Event\GroupCreated;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\PublicEvents;
use OCP\IDBConnection;

/** Writes the texts of groups, and their index entries. No other class creates or deletes groups, or changes their texts. */
class GroupStore {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly GroupMapper $groups,
		private readonly GroupIndex $documents,
		private readonly Index $index,
		private readonly PublicEvents $public,
	) {
	}

	public function insert(Group $group): void {
		$this->atomic(function () use ($group): void {
			$this->groups->insert($group);
			$this->index->put($this->documents->of($group));
			$this->public->dispatch(new GroupCreated((int)$group->getId()));
		}, $this->db);
	}

	public function update(Group $group): void {
		$this->atomic(function () use ($group): void {
			$closes = self::closes($group);
			$this->groups->update($group);
			$this->written($group, $closes);
		}, $this->db);
	}

	/** @return bool false if another person has changed the group since this version: nothing was written */
	public function updateFrom(Group $group, int $version): bool {
		return $this->atomic(function () use ($group, $version): bool {
			$closes = self::closes($group);
			$written = $this->groups->updateFrom($group, $version);
			if ($written) {
				$this->written($group, $closes);
			}
			return $written;
		}, $this->db);
	}

	public function delete(Group $group): void {
		$this->atomic(function () use ($group): void {
			$this->index->remove(GroupIndex::TYPE, (int)$group->getId());
			$this->groups->delete($group);
			if (!$group->is(Group::CLOSED)) {
				$this->public->dispatch(new GroupClosed((int)$group->getId()));
			}
		}, $this->db);
	}

	private function written(Group $group, bool $closes): void {
		$this->index->put($this->documents->of($group));
		if ($closes) {
			$this->public->dispatch(new GroupClosed((int)$group->getId()));
		}
	}

	/** Whether it was not closed before. */
	private static function closes(Group $group): bool {
		return isset($group->getUpdatedFields()['status']) && $group->is(Group::CLOSED);
	}
}
