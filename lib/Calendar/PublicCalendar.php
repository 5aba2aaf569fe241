<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Showcase\PublicMeetings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;

/** The meetings of the public showcase as iCalendar files, equal for everyone. */
class PublicCalendar {
	private const DAY = 86_400;

	public function __construct(
		private readonly PublicMeetings $meetings,
		private readonly CalendarText $text,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
		private readonly IL10N $l,
	) {
	}

	public function all(): string {
		return $this->calendar($this->meetings->groups(), $this->l->t('%1$s: %2$s', [$this->network->name(), $this->l->t('Meetings')]));
	}

	/**
	 * @throws ReasonException not_found: the group is not in the showcase
	 */
	public function ofGroup(int $id): string {
		$group = $this->meetings->group($id);
		return $this->calendar([$id => $group], "{$this->network->name()} – {$group->getTitle()}");
	}

	/** @param array<int, Group> $groups in the showcase, by id */
	private function calendar(array $groups, string $name): string {
		return $this->text->of(array_map(fn (Meeting $meeting): CalendarEvent => $this->event($meeting, $groups[$meeting->getGroupId()]), $this->meetings->of(array_keys($groups))), $name);
	}

	private function event(Meeting $meeting, Group $group): CalendarEvent {
		$id = (int)$group->getId();
		return new CalendarEvent(
			CalendarEvent::MEETING,
			// Other ids than in private calendars: a person with both calendars keeps place and agenda in theirs, and the number of meetings stays hidden.
			'public-' . substr(hash('sha256', "public {$meeting->getKeyHash()}"), 0, 32),
			$this->meetings->title($meeting),
			['id' => $id, 'title' => $group->getTitle()],
			$meeting->getStartsAt(),
			$meeting->end(),
			$meeting->getEndsAt(),
			$meeting->takesWholeDays() ? [$meeting->getDay(), $meeting->getEndDay()] : null,
			PublicMeetings::place($meeting),
			PublicMeetings::agenda($meeting),
			"public/groups/$id",
			false,
			// Its version also counts changes that visitors do not see, such as a place with an address.
			null,
			// A file read on a later day replaces an earlier one; within a day, the answer is equal as long as nothing shown changes.
			intdiv($this->clock->getTime(), self::DAY) * self::DAY,
		);
	}
}
