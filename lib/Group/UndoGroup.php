<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Undoes what was created for a group; browsers do it as in GroupMaking. The group is closed before anything is undone, in the transaction that
 * counts its people: a person who joins before that keeps the group, one who joins later is refused.
 */
class UndoGroup {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly Groups $reading,
		private readonly GroupStore $store,
		private readonly GroupAccess $access,
		private readonly GroupPresenter $presenter,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Begins or continues to undo, or renews its lease.
	 *
	 * @return array<string, mixed> MakingSchema of src/group/model.ts
	 * @throws ReasonException not_found · not_yours · runner_missing · wrong_type · bad_text · too_long · group_joined · being_made
	 */
	public function begin(Viewer $viewer, int $groupId, mixed $runner): array {
		$this->access->requireSteering($viewer, $this->reading->one($groupId));
		$holder = Runner::computeHolder($viewer, $runner);
		$people = $this->lock->run($groupId, function (GroupPeople $people) use ($viewer, $holder): GroupPeople {
			$group = $people->group;
			$this->access->requireSteering($viewer, $people);
			$this->requireFree($viewer, $group, $holder);
			if ($people->hasJoined($viewer)) {
				throw new ReasonException('group_joined', Http::STATUS_CONFLICT);
			}
			$now = $this->clock->getTime();
			$group->setLeaseHolder($holder);
			$group->setLeaseUntil($now + GroupMaking::LEASE);
			if ($group->getUndoneFrom() === null) {
				$group->setUndoneFrom($group->getStatus());
				$group->setStatus(Group::CLOSED);
				$group->setVersion($group->getVersion() + 1);
			}
			$this->store->update($group);
			return $people;
		});
		return $this->presenter->making($viewer, $people);
	}

	/**
	 * Cancels the undoing: it has its former status again, and people can join.
	 *
	 * @throws ReasonException not_found · not_yours · runner_missing · wrong_type · bad_text · too_long · being_made
	 */
	public function end(Viewer $viewer, int $groupId, mixed $runner): void {
		$this->access->requireSteering($viewer, $this->reading->one($groupId));
		$holder = Runner::computeHolder($viewer, $runner);
		$this->lock->run($groupId, function (GroupPeople $people) use ($viewer, $holder): void {
			$group = $people->group;
			$this->access->requireSteering($viewer, $people);
			$this->requireFree($viewer, $group, $holder);
			$group->setLeaseHolder(null);
			$group->setLeaseUntil(null);
			if ($group->getUndoneFrom() !== null) {
				$group->setStatus($group->getUndoneFrom());
				$group->setUndoneFrom(null);
				$group->setVersion($group->getVersion() + 1);
			}
			$this->store->update($group);
		});
	}

	private function requireFree(Viewer $viewer, Group $group, string $holder): void {
		if ($group->isLeased($this->clock->getTime()) && $group->getLeaseHolder() !== $holder) {
			throw Runner::beingMade($viewer, $group->getLeaseHolder());
		}
	}
}
