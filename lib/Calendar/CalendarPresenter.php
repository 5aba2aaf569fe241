<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;

/** A person's dates, and the addresses at which calendars read them. */
class CalendarPresenter {
	private const DAY = 86_400;
	/** Number of days ahead, and number of dates in them. */
	private const AHEAD = 366;
	private const MOST = 50;

	public function __construct(
		private readonly Dates $dates,
		private readonly Feeds $feeds,
		private readonly ITimeFactory $clock,
		private readonly IL10N $l,
	) {
	}

	/** @return array{dates: list<array<string, mixed>>} DatesSchema of src/calendar/model.ts */
	public function dates(Viewer $viewer): array {
		$now = $this->clock->getTime();
		$events = $this->dates->between($viewer, $now, $now + self::AHEAD * self::DAY, $this->l);
		return ['dates' => array_map(self::date(...), array_slice($events, 0, self::MOST))];
	}

	/** @return array<string, mixed> FeedsSchema */
	public function feeds(Viewer $viewer): array {
		$addresses = $this->feeds->of($viewer);
		$feed = static fn (int $group, string $title): array => [
			'group' => $group,
			'title' => $title,
			'made' => array_key_exists($group, $addresses),
			'address' => $addresses[$group] ?? null,
		];
		return [
			'all' => $feed(Feed::ALL, ''),
			'groups' => array_map(static fn (array $group): array => $feed($group['id'], $group['title']), $viewer->ownGroups()),
		];
	}

	/** @return array<string, mixed> DateSchema */
	private static function date(CalendarEvent $event): array {
		return [
			'id' => $event->id,
			'kind' => $event->kind,
			'title' => $event->title,
			'group' => $event->group,
			'starts' => $event->days === null ? gmdate(DATE_ATOM, $event->from) : null,
			'ends' => $event->days === null && $event->until !== null ? gmdate(DATE_ATOM, $event->until) : null,
			'days' => $event->days,
			'place' => $event->place,
			'page' => "/$event->page",
			'cancelled' => $event->cancelled,
		];
	}
}
