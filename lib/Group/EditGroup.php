<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** What a group says of itself, whether it goes on, and its end. */
class EditGroup {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input words of the group; what is left out stays
	 * @throws ReasonException stale_version · those of GroupRules::write()
	 */
	public function edit(Group $group, array $input, int $version): void {
		GroupRules::write($group, $input);
		$this->write($group, $version);
	}

	/**
	 * Nobody leaves a group because it rests or is closed: its people still share what they show to their groups.
	 *
	 * @throws ReasonException unknown_status: nothing becomes forming again, and what is forming or closed does not rest ·
	 *                         no_facilitator: somebody has to take it on before it goes on · stale_version
	 */
	public function setStatus(GroupPeople $people, mixed $status, int $version): void {
		$group = $people->group;
		$from = match ($status) {
			Group::ACTIVE => [Group::DORMANT, Group::CLOSED],
			Group::DORMANT => [Group::ACTIVE],
			Group::CLOSED => [Group::FORMING, Group::ACTIVE, Group::DORMANT],
			default => [],
		};
		if ($from === [] || !$group->is($status, ...$from)) {
			throw new ReasonException('unknown_status', details: ['field' => 'status']);
		}
		if ($status === Group::ACTIVE && $people->facilitators() === []) {
			throw new ReasonException('no_facilitator', Http::STATUS_CONFLICT);
		}
		if (!$group->is($status)) {
			$group->setStatus($status);
			$this->write($group, $version);
		}
	}

	/**
	 * Its team, board and folder are Nextcloud's, and stay.
	 *
	 * @param string $holder of the lease, who deletes what they made themselves
	 * @throws ReasonException group_living: close it first · being_made
	 */
	public function delete(Group $group, string $holder): void {
		if (!$group->is(Group::FORMING, Group::CLOSED)) {
			throw new ReasonException('group_living', Http::STATUS_CONFLICT);
		}
		if ($group->isLeased($this->clock->getTime()) && $group->getLeaseHolder() !== $holder) {
			throw new ReasonException('being_made', Http::STATUS_CONFLICT);
		}
		$this->atomic(function () use ($group): void {
			$this->events->dispatchTyped(new GroupDeleted((int)$group->getId()));
			$this->memberships->deleteOfGroup((int)$group->getId());
			$this->groups->delete($group);
		}, $this->db);
	}

	private function write(Group $group, int $version): void {
		if ($group->getVersion() !== $version || !$this->atomic(fn (): bool => $this->groups->updateFrom($group, $version), $this->db)) {
			throw new ReasonException('stale_version', Http::STATUS_CONFLICT);
		}
	}
}
