<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Member\People;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Tells the people of a group of its meetings, but who wrote them: one notification or line of each meeting, which says what it is by then
 * (Integration\Notifications\MeetingNotifier).
 */
class MeetingNotifications {
	public const TYPE = 'group_meeting';
	public const PLANNED = 'group_meeting';
	public const CHANGED = 'group_meeting_changed';
	public const CANCELLED = 'group_meeting_cancelled';

	/** Seconds before its start within which the daily mail could come too late. */
	private const SOON = 2 * 86_400;

	public function __construct(
		private readonly Notifications $notifications,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @param self::PLANNED|self::CHANGED|self::CANCELLED $what */
	public function tell(string $what, Meeting $meeting, GroupPeople $group, ?string $by): void {
		$now = $this->clock->getTime();
		foreach ($meeting->isOver($now) ? [] : $group->inside() as $membership) {
			$member = $group->member($membership->getMemberId());
			if ($member === null || !People::acts($member)) {
				continue;
			}
			if ($member->getUid() === $by) {
				// What they were told before is no longer so.
				$this->notifications->withdraw(self::TYPE, (string)$meeting->getId(), $by);
			} else {
				$this->toAccount($what, $meeting, (string)$member->getUid(), $meeting->getStartsAt() < $now + self::SOON);
			}
		}
	}

	/** The meeting is gone. */
	public function settled(Meeting $meeting): void {
		$this->notifications->withdraw(self::TYPE, (string)$meeting->getId());
	}

	/** Of a meeting that waits for the daily mail they know nothing yet: that line will say how it is by then, and is not in the mail if it is cancelled. */
	private function toAccount(string $what, Meeting $meeting, string $uid, bool $soon): void {
		$id = (string)$meeting->getId();
		$knowsNothing = $this->notifications->waits(self::TYPE, $id, $uid) === self::PLANNED;
		$this->notifications->send(Kind::Calendar, $knowsNothing ? self::PLANNED : $what, self::TYPE, $id, $uid, soon: $soon);
	}
}
