<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupChronicle;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;

/** Coming meetings of groups: for the people of the group, in the time zone of the place. */
class MeetingPassages implements PassageSource {
	public function __construct(
		private readonly Meetings $meetings,
		private readonly GroupChronicle $groups,
	) {
	}

	/** Not by the period: coming ones. */
	public function found(Viewer $viewer, Period $period): array {
		$coming = array_filter($this->meetings->coming(array_keys($viewer->groups)), static fn (Meeting $meeting): bool => !$meeting->isCancelled());
		return [Passage::DATE => array_map(static fn (Meeting $meeting): int => (int)$meeting->getId(), array_slice(array_values($coming), 0, self::MOST))];
	}

	public function read(array $ids, LetterWords $words): array {
		$meetings = $this->meetings->stillComing($ids[Passage::DATE] ?? []);
		$groups = $this->groups->some(array_values(array_unique(array_map(static fn (Meeting $meeting): int => $meeting->getGroupId(), $meetings))));
		$groups = array_filter($groups, static fn (Group $group): bool => !$group->is(Group::CLOSED));
		$meetings = array_values(array_filter($meetings, static fn (Meeting $meeting): bool => isset($groups[$meeting->getGroupId()])));
		return array_map(static fn (Meeting $meeting): Passage => self::passage($meeting, $groups[$meeting->getGroupId()], $words), $meetings);
	}

	private static function passage(Meeting $meeting, Group $group, LetterWords $words): Passage {
		$id = $meeting->getGroupId();
		$title = LetterWords::plain((string)$meeting->getTitle());
		$of = LetterWords::plain($group->getTitle());
		return new Passage(
			Passage::DATE,
			(int)$meeting->getId(),
			$title === '' ? $of : $title,
			implode(' · ', array_filter([self::when($meeting, $words), LetterWords::plain((string)$meeting->getPlace()), $title === '' ? '' : $of])),
			LetterWords::text((string)$meeting->getAgenda()),
			"groups/$id/meetings",
			$meeting->getStartsAt(),
			Reach::Group,
			$group->getTitle(),
			['places' => $group->places(), 'terms' => $group->terms(), 'groups' => [$id]],
			static fn (Viewer $viewer): bool => $viewer->uid !== null && isset($viewer->groups[$id]),
			[$title, $of, $meeting->getDay(), $meeting->getStartTime(), $meeting->getEndDay(), $meeting->getEndTime(), $meeting->getPlace(), $meeting->getAgenda()],
		);
	}

	private static function when(Meeting $meeting, LetterWords $words): string {
		$day = DateWords::full($words->l, $meeting->getDay());
		$until = $meeting->getEndDay() === $meeting->getDay() ? $meeting->getEndTime() : DateWords::full($words->l, $meeting->getEndDay()) . ($meeting->getEndTime() === null ? '' : ", {$meeting->getEndTime()}");
		return implode(' – ', array_filter([$day . ($meeting->getStartTime() === null ? '' : ", {$meeting->getStartTime()}"), (string)$until]));
	}
}
