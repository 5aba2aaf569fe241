<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupAccess;
use OCA\Reseau\Group\GroupLock;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Meeting\Event\MeetingSet;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\PublicEvents;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Plans, changes and cancels meetings: for those who facilitate the group and are in it, as only its people see them. The group is locked, so that no
 * meeting outlives it.
 */
class WriteMeeting {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly GroupAccess $access,
		private readonly MeetingMapper $meetings,
		private readonly MeetingNotifications $notifications,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
		private readonly PublicEvents $public,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input NewMeetingSchema of src/meeting/model.ts, raw input
	 * @return int number of the meeting; of the one there is if the key was used before in this group
	 * @throws ReasonException not_found · not_yours · outside_group · bad_key · group_closed · enough_meetings · those of MeetingRules::write()
	 */
	public function make(Viewer $viewer, int $groupId, array $input): int {
		[$meeting, $group] = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $input): array {
			$this->requireWriter($viewer, $group);
			// The group's, not the account's: whoever goes on with what another began creates nothing twice.
			$key = RequestKey::hash($input['key'] ?? null, "group {$group->id()}");
			$meeting = new Meeting();
			MeetingRules::write($meeting, $input, $this->days->zoneName($viewer->uid));
			$made = $this->meetings->findBy('key_hash', $key);
			if ($made !== null) {
				return [$made, null];
			}
			$this->requireRoom($group);
			$now = $this->clock->getTime();
			$meeting->setGroupId($group->id());
			$meeting->setKeyHash($key);
			$meeting->setByUid($viewer->uid);
			$meeting->setVersion(1);
			$meeting->setCreatedAt($now);
			$meeting->setUpdatedAt($now);
			$this->meetings->insert($meeting);
			$this->public->tell(new MeetingSet((int)$meeting->getId()));
			return [$meeting, $group];
		});
		if ($group !== null) {
			$this->notifications->tell(MeetingNotifications::PLANNED, $meeting, $group, $viewer->uid);
		}
		return (int)$meeting->getId();
	}

	/**
	 * Its people are told of a change of what stands in their calendars, not of the agenda.
	 *
	 * @param array<array-key, mixed> $input ChangedMeetingSchema, raw input
	 * @throws ReasonException not_found · not_yours · outside_group · version_missing · stale_version · meeting_cancelled · those of MeetingRules::write()
	 */
	public function change(Viewer $viewer, int $groupId, int $id, array $input): void {
		$this->write($viewer, $groupId, $id, $input, function (Meeting $meeting) use ($viewer, $input): ?string {
			if ($meeting->isCancelled()) {
				throw new ReasonException('meeting_cancelled', Http::STATUS_CONFLICT);
			}
			$before = self::told($meeting);
			MeetingRules::write($meeting, $input, $this->days->zoneName($viewer->uid));
			return self::told($meeting) === $before ? null : MeetingNotifications::CHANGED;
		});
	}

	/**
	 * It is kept for a while, so that calendars learn of it, and can be restored.
	 *
	 * @param mixed $version raw input
	 * @throws ReasonException not_found · not_yours · outside_group · version_missing · stale_version
	 */
	public function cancel(Viewer $viewer, int $groupId, int $id, mixed $version): void {
		$this->write($viewer, $groupId, $id, ['version' => $version], function (Meeting $meeting): ?string {
			if ($meeting->isCancelled()) {
				return null;
			}
			$meeting->setCancelledAt($this->clock->getTime());
			return MeetingNotifications::CANCELLED;
		});
	}

	/**
	 * @param array<array-key, mixed> $input the `version` it is restored from
	 * @throws ReasonException not_found · not_yours · outside_group · version_missing · stale_version
	 */
	public function restore(Viewer $viewer, int $groupId, int $id, array $input): void {
		$this->write($viewer, $groupId, $id, $input, static function (Meeting $meeting): ?string {
			if (!$meeting->isCancelled()) {
				return null;
			}
			$meeting->setCancelledAt(null);
			return MeetingNotifications::CHANGED;
		});
	}

	/**
	 * @param array<array-key, mixed> $input with the `version`, raw
	 * @param callable(Meeting): ?string $change returns what its people are told of it; null: nothing
	 */
	private function write(Viewer $viewer, int $groupId, int $id, array $input, callable $change): void {
		[$told, $meeting, $group] = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $id, $input, $change): array {
			$this->requireWriter($viewer, $group);
			$version = Input::version($input);
			$meeting = $this->meetings->find($id);
			if ($meeting === null || $meeting->getGroupId() !== $group->id()) {
				throw ReasonException::notFound();
			}
			if ($meeting->getVersion() !== $version) {
				throw ReasonException::stale();
			}
			$told = $change($meeting);
			if ($meeting->getUpdatedFields() !== []) {
				$meeting->setByUid($viewer->uid);
				$meeting->setUpdatedAt($this->clock->getTime());
				$this->meetings->updateFrom($meeting, $version);
			}
			if ($told === MeetingNotifications::CHANGED) {
				$this->public->tell(new MeetingSet($id));
			}
			return [$told, $meeting, $group];
		});
		if ($told !== null) {
			$this->notifications->tell($told, $meeting, $group, $viewer->uid);
		}
	}

	/**
	 * Also where nobody is in the group yet: who is not in it could not read what they wrote.
	 *
	 * @throws ReasonException not_yours · outside_group
	 */
	private function requireWriter(Viewer $viewer, GroupPeople $group): void {
		$this->access->requireSteering($viewer, $group);
		if (!$group->isIn($viewer)) {
			throw new ReasonException('outside_group', Http::STATUS_FORBIDDEN);
		}
	}

	/**
	 * @throws ReasonException group_closed · enough_meetings
	 */
	private function requireRoom(GroupPeople $group): void {
		if ($group->group->is(Group::CLOSED)) {
			throw new ReasonException('group_closed', Http::STATUS_CONFLICT);
		}
		if (count($this->meetings->findOfGroups([$group->id()], $this->clock->getTime())) >= MeetingRules::LIMITS['meetings']) {
			throw new ReasonException('enough_meetings', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/** @return list<mixed> what stands in calendars: open ends among it, so not the moment of the end alone */
	private static function told(Meeting $meeting): array {
		return [$meeting->getTitle(), $meeting->getPlace(), $meeting->getStartsAt(), $meeting->getEndsAt(), $meeting->getStartTime(), $meeting->getEndTime()];
	}
}
