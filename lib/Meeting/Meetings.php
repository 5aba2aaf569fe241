<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Meeting\Event\MeetingDeleted;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;

/** Reads meetings: for the people of their group, and for visitors of the public showcase those that were chosen for it. */
class Meetings {
	/** Days that a meeting is kept after its end, and a cancelled one after it was cancelled. */
	public const DAYS = 366;
	public const CANCELLED_DAYS = 60;

	private const DAY = 86_400;

	public function __construct(
		private readonly MeetingMapper $meetings,
		private readonly MeetingNotifications $notifications,
		private readonly Groups $groups,
		private readonly ITimeFactory $clock,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function group(int $id): GroupPeople {
		return $this->groups->one($id);
	}

	/** @return list<Meeting> those to come of a group, then its past ones, the last first; none for who is not in it */
	public function ofGroup(Viewer $viewer, GroupPeople $group): array {
		$all = $group->isIn($viewer) ? $this->meetings->findOfGroups([$group->id()], 0) : [];
		$now = $this->clock->getTime();
		$isOver = static fn (Meeting $meeting): bool => $meeting->isOver($now);
		$coming = array_filter($all, static fn (Meeting $meeting): bool => !$isOver($meeting));
		return [...array_values($coming), ...array_reverse(array_filter($all, $isOver))];
	}

	/**
	 * @throws ReasonException not_found: gone, or of a group that the viewer is not in
	 */
	public function one(Viewer $viewer, int $id): Meeting {
		$meeting = $this->meetings->find($id);
		return $meeting !== null && isset($viewer->groups[$meeting->getGroupId()]) ? $meeting : throw ReasonException::notFound();
	}

	/**
	 * @param int $from seconds since 1970
	 * @param int $before the same
	 * @return list<Meeting> of all groups of a viewer that take place in this time, or would have: cancelled ones are among them
	 */
	public function between(Viewer $viewer, int $from, int $before): array {
		return $this->meetings->findOfGroups(array_keys($viewer->groups), $from, $before);
	}

	/**
	 * @param list<int> $groups that somebody is active in
	 * @return list<Meeting> of these groups that are not over, by when they begin, cancelled ones among them
	 */
	public function coming(array $groups): array {
		return $this->meetings->findOfGroups($groups, $this->clock->getTime());
	}

	/**
	 * For visitors of the public showcase, to whom these groups are shown.
	 *
	 * @param list<int> $groups
	 * @return list<Meeting> of these groups that are neither over nor cancelled, and for which it was chosen, by when they begin
	 */
	public function showcased(array $groups): array {
		return array_values(array_filter($this->coming($groups), static fn (Meeting $meeting): bool => $meeting->getShowcased() === true && !$meeting->isCancelled()));
	}

	/**
	 * Only the people of a group may know of its meetings: whoever asks for others shows them to nobody else.
	 *
	 * @param list<int> $ids
	 * @return list<Meeting> those of them that are neither over nor cancelled
	 */
	public function stillComing(array $ids): array {
		$now = $this->clock->getTime();
		return array_values(array_filter($this->meetings->findByIds($ids), static fn (Meeting $meeting): bool => !$meeting->isCancelled() && !$meeting->isOver($now)));
	}

	/** The account is gone: its meetings are the group's. */
	public function forgetAccount(string $uid): void {
		$this->meetings->clearAuthor($uid);
	}

	/** The group is being deleted. */
	public function forgetGroup(int $groupId): void {
		array_map($this->delete(...), $this->meetings->findOfGroups([$groupId], 0));
	}

	/** Once a day. */
	public function forgetOld(): void {
		$now = $this->clock->getTime();
		array_map($this->delete(...), $this->meetings->findOld($now - self::DAYS * self::DAY, $now - self::CANCELLED_DAYS * self::DAY));
	}

	private function delete(Meeting $meeting): void {
		$this->notifications->settled($meeting);
		$this->events->dispatchTyped(new MeetingDeleted((int)$meeting->getId()));
		$this->meetings->delete($meeting);
	}
}
