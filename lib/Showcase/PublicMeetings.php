<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Calendar\CalendarEvent;
use OCA\Reseau\Calendar\CalendarText;
use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Markdown;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The meetings to come that visitors of the showcase see: chosen by who wrote them, of groups that are in it. Nothing says who comes. */
class PublicMeetings {
	/** Of all groups; the first to come. */
	private const MOST = 200;

	/** On the page of a group. */
	private const NEXT = 5;

	/** Characters of an agenda. A longer one was written for the people of the group. */
	private const SHORT = 300;

	/** An address of the web or of a mail, with or without its protocol, or a telephone number: a way into a video call, or to a person. */
	private const CONTACT = '~://|@|\bwww\b|[.．。]\p{L}{2,}|(?:\d[\s.()/-]*){9,}~iu';

	public function __construct(
		private readonly Groups $groups,
		private readonly Meetings $meetings,
		private readonly CalendarText $text,
		private readonly Network $network,
		private readonly IL10N $l,
	) {
	}

	/** The meetings of all groups, as a calendar. */
	public function all(): string {
		$groups = $this->shown($this->groups->showcased());
		return $this->calendar($groups, $this->l->t('%1$s: %2$s', [$this->network->name(), $this->l->t('Meetings')]));
	}

	/**
	 * The meetings of a group, as a calendar.
	 *
	 * @throws ReasonException not_found: the group is not in the showcase
	 */
	public function ofGroup(int $id): string {
		$groups = $this->shown([$id]);
		$group = $groups[$id] ?? throw ReasonException::notFound();
		return $this->calendar($groups, "{$this->network->name()} – {$group->getTitle()}");
	}

	/** @return list<array{text: string, about: string}> the next meetings of a group, as lines of its page */
	public function lines(int $groupId): array {
		$groups = $this->shown([$groupId]);
		return array_map(fn (Meeting $meeting): array => [
			'text' => $this->title($meeting),
			'about' => implode("\n", array_filter([
				implode(' · ', array_filter([$this->when($meeting), self::open($meeting->getPlace())])),
				Markdown::unmarked(self::agenda($meeting)),
			])),
		], array_slice($this->meetings->showcased(array_keys($groups)), 0, self::NEXT));
	}

	/** @param array<int, Group> $groups */
	private function calendar(array $groups, string $name): string {
		$meetings = array_slice($this->meetings->showcased(array_keys($groups)), 0, self::MOST);
		return $this->text->of(array_map(fn (Meeting $meeting): CalendarEvent => $this->event($meeting, $groups[$meeting->getGroupId()]), $meetings), $name);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Group> those that are in the showcase, by id
	 */
	private function shown(array $ids): array {
		return array_filter($this->groups->bare($ids), static fn (Group $group): bool => $group->isPublic());
	}

	private function event(Meeting $meeting, Group $group): CalendarEvent {
		$id = (int)$group->getId();
		return new CalendarEvent(
			CalendarEvent::MEETING,
			// Not that of the private calendars: who has both keeps the place and agenda of theirs, and nothing says how many meetings there are.
			'public-' . substr(hash('sha256', "public {$meeting->getKeyHash()}"), 0, 32),
			$this->title($meeting),
			['id' => $id, 'title' => $group->getTitle()],
			$meeting->getStartsAt(),
			$meeting->end(),
			$meeting->getEndsAt(),
			$meeting->takesWholeDays() ? [$meeting->getDay(), $meeting->getEndDay()] : null,
			self::open($meeting->getPlace()),
			self::agenda($meeting),
			"public/groups/$id",
			false,
			$meeting->getVersion() - 1,
			$meeting->getUpdatedAt(),
		);
	}

	private function title(Meeting $meeting): string {
		return self::open($meeting->getTitle()) ?: $this->l->t('Meeting');
	}

	/** By the clock of the meeting. */
	private function when(Meeting $meeting): string {
		$words = DateWords::full($this->l, $meeting->getDay());
		$words .= $meeting->takesWholeDays() ? '' : ", {$meeting->getStartTime()}";
		$end = array_filter([
			$meeting->getEndDay() === $meeting->getDay() ? '' : DateWords::full($this->l, $meeting->getEndDay()),
			(string)$meeting->getEndTime(),
		]);
		$words .= $end === [] ? '' : ' – ' . implode(', ', $end);
		return $meeting->takesWholeDays() ? $words : "$words ({$meeting->getZone()})";
	}

	private static function agenda(Meeting $meeting): string {
		return mb_strlen((string)$meeting->getAgenda()) > self::SHORT ? '' : self::open($meeting->getAgenda());
	}

	/** A text that leads nowhere; empty if it does. */
	private static function open(?string $text): string {
		return preg_match(self::CONTACT, (string)$text) === 0 ? (string)$text : '';
	}
}
