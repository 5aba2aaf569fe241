<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Markdown;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The meetings to come that visitors of the showcase see: chosen by who wrote them, of groups that are in it. Nothing says who comes. */
class PublicMeetings {
	/** In a calendar. */
	private const MOST = 200;

	/** On the page of a group. */
	private const NEXT = 5;

	/** Characters of an agenda. A longer one was written for the people of the group. */
	private const SHORT = 300;

	/** An address of the web or of a mail, with or without its protocol, or a telephone number: a way into a video call, or to a person. */
	private const CONTACT = '~://|@|\bwww\b|[.．。]\p{L}{2,}|(?:\d[^\p{L}\d]{0,3}){9,}~iu';

	public function __construct(
		private readonly Groups $groups,
		private readonly Meetings $meetings,
		private readonly IL10N $l,
	) {
	}

	/** @return array<int, Group> all groups that are in the showcase, by id */
	public function groups(): array {
		return $this->shown($this->groups->showcased());
	}

	/**
	 * @throws ReasonException not_found: the group is not in the showcase
	 */
	public function group(int $id): Group {
		return $this->shown([$id])[$id] ?? throw ReasonException::notFound();
	}

	/**
	 * @param list<int> $groups that are in the showcase
	 * @return list<Meeting> the first to come
	 */
	public function of(array $groups, int $most = self::MOST): array {
		return array_slice($this->meetings->showcased($groups), 0, $most);
	}

	/**
	 * @return list<array{text: string, about: string}> the next meetings of a group, as lines of its page
	 * @throws ReasonException not_found: the group is not in the showcase
	 */
	public function lines(int $groupId): array {
		return array_map(fn (Meeting $meeting): array => [
			'text' => $this->title($meeting),
			'about' => implode("\n", array_filter([
				implode(' · ', array_filter([$this->when($meeting), self::place($meeting)])),
				Markdown::unmarked(self::agenda($meeting)),
			])),
		], $this->of([(int)$this->group($groupId)->getId()], self::NEXT));
	}

	public function title(Meeting $meeting): string {
		return self::open($meeting->getTitle()) ?: $this->l->t('Meeting');
	}

	public static function place(Meeting $meeting): string {
		return self::open($meeting->getPlace());
	}

	public static function agenda(Meeting $meeting): string {
		return mb_strlen((string)$meeting->getAgenda()) > self::SHORT ? '' : self::open($meeting->getAgenda());
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Group> those that are in the showcase, by id
	 */
	private function shown(array $ids): array {
		return array_filter($this->groups->bare($ids), static fn (Group $group): bool => $group->isPublic());
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

	/** A text that leads nowhere; empty if it does. */
	private static function open(?string $text): string {
		// Characters without a width would hide an address from the expression, not from people.
		$shown = preg_replace('~\p{Cf}~u', '', (string)$text);
		return $shown !== null && preg_match(self::CONTACT, $shown) === 0 ? (string)$text : '';
	}
}
