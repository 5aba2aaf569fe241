<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;

/** Edits a group's texts and status, and deletes it. */
class EditGroup {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly GroupStore $store,
		private readonly GroupSubject $subject,
		private readonly MembershipMapper $memberships,
		private readonly GroupAccess $access,
		private readonly GroupNotifications $notifications,
		private readonly Ledger $ledger,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input texts of the group (missing ones keep their value) and the `version` they were changed from
	 * @throws ReasonException not_found · not_yours · outside_group: only people of the group open it to more · version_missing · stale_version · those of
	 *                         GroupRules::write() and GroupSubject::write()
	 */
	public function edit(Viewer $viewer, int $groupId, array $input): void {
		$people = $this->lock->run($groupId, function (GroupPeople $people) use ($viewer, $input): GroupPeople {
			$this->access->requireSteering($viewer, $people);
			$version = Input::version($input);
			$before = GroupAccess::preset($people->group);
			$mandate = $people->group->mandate();
			GroupRules::write($people->group, $input);
			$this->subject->write($people->group, $input);
			if ($people->group->mandate() !== $mandate) {
				$people->group->setMandateAt($this->clock->getTime());
				$people->group->setMandateBy($viewer->uid);
			}
			if (GroupAccess::preset($people->group)->isWiderThan($before)) {
				$this->access->requireInside($viewer, $people);
			}
			$this->write($viewer, $people, $version, $people->group->isPrivate());
			return $people;
		});
		$this->notifications->notifyInside(GroupNotifications::FROM_OUTSIDE, $viewer, $people);
	}

	/**
	 * A dormant or closed group keeps its members: they still share what they show to their groups.
	 *
	 * @param array<array-key, mixed> $input status, and the `version` it was changed from
	 * @throws ReasonException not_found · not_yours · version_missing · unknown_status: a group cannot become forming again, and a forming or closed group
	 *         cannot become dormant · no_facilitator: someone has to facilitate it first · being_made: it is being undone · stale_version
	 */
	public function setStatus(Viewer $viewer, int $groupId, array $input): void {
		$changed = $this->lock->run($groupId, function (GroupPeople $people) use ($viewer, $input): ?GroupPeople {
			$this->access->requireSteering($viewer, $people);
			return $this->change($viewer, $people, $input['status'] ?? null, Input::version($input)) ? $people : null;
		});
		if ($changed !== null) {
			$this->notifications->notifyInside(GroupNotifications::FROM_OUTSIDE, $viewer, $changed);
		}
	}

	/**
	 * Its team, board and folder belong to Nextcloud and are kept.
	 *
	 * @param string $holder the holder of the lease of a run that undoes the group; empty: a person deletes it
	 * @throws ReasonException not_found · not_yours · group_joined: it is not undone while others are in it or ask to join · group_living: close it
	 *   first · being_made
	 */
	public function delete(Viewer $viewer, int $groupId, string $holder): void {
		$this->lock->run($groupId, function (GroupPeople $people) use ($viewer, $groupId, $holder): void {
			$this->access->requireSteering($viewer, $people);
			if ($holder !== '' && $people->hasJoined($viewer)) {
				throw new ReasonException('group_joined', Http::STATUS_CONFLICT);
			}
			if (!$people->group->is(Group::FORMING, Group::CLOSED)) {
				throw new ReasonException('group_living', Http::STATUS_CONFLICT);
			}
			if ($people->group->isLeased($this->clock->getTime()) && $people->group->getLeaseHolder() !== $holder) {
				throw Runner::beingMade($viewer, $people->group->getLeaseHolder());
			}
			$this->events->dispatchTyped(new GroupDeleted($groupId));
			$this->memberships->deleteOfGroup($groupId);
			$this->store->delete($people->group);
		});
	}

	/** @return bool false if it already has this status */
	private function change(Viewer $viewer, GroupPeople $people, mixed $status, int $version): bool {
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
		if ($group->is($status)) {
			return false;
		}
		if ($group->getUndoneFrom() !== null && $group->isLeased($this->clock->getTime())) {
			throw Runner::beingMade($viewer, $group->getLeaseHolder());
		}
		// A person who reopens it, maybe years later, has to choose again.
		$hides = $status === Group::CLOSED || $group->is(Group::CLOSED);
		$group->setStatus($status);
		$group->setClosedAt($status === Group::CLOSED ? $this->clock->getTime() : null);
		$group->setUndoneFrom(null);
		$this->write($viewer, $people, $version, $hides);
		return true;
	}

	/** @param bool $hides whether it leaves the public showcase for good */
	private function write(Viewer $viewer, GroupPeople $people, int $version, bool $hides): void {
		$group = $people->group;
		$leaves = $hides && $group->getShowcased() === true;
		if ($leaves) {
			$group->setShowcased(null);
		}
		if ($group->getVersion() !== $version || !$this->store->updateFrom($group, $version)) {
			throw ReasonException::stale();
		}
		if ($leaves) {
			$this->ledger->ofThing($viewer->memberId, Consent::SHOWCASE_GROUP_ENDED, $people->id(), Consent::IN_THE_APP, $viewer->uid);
		}
	}
}
