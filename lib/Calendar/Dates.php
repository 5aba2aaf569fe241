<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Group\Ending;
use OCA\Reseau\Group\Engagements;
use OCA\Reseau\Matching\Appointments;
use OCA\Reseau\Matching\Introduction;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Session\Session;
use OCA\Reseau\Session\SessionDates;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\IL10N;

/**
 * The dates of a person: the meetings of their groups, the sessions they are in, their appointments, and the ends of their commitments. Dates leave the server
 * only through this class, for calendars, the home page and all other lists; each date is what its domain shows this viewer at this moment.
 */
class Dates {
	public function __construct(
		private readonly Meetings $meetings,
		private readonly SessionDates $sessions,
		private readonly Appointments $appointments,
		private readonly Engagements $engagements,
		private readonly Days $days,
	) {
	}

	/**
	 * @param int $from seconds since 1970: events that end later
	 * @param int $before events that begin earlier
	 * @param IL10N $l the language of the app's own texts
	 * @return list<CalendarEvent> by when they begin, including cancelled ones
	 */
	public function between(Viewer $viewer, int $from, int $before, IL10N $l): array {
		$events = [
			...array_map(fn (Meeting $one): CalendarEvent => self::meeting($viewer, $one, $l), $this->meetings->between($viewer, $from, $before)),
			...array_map(fn (Session $one): CalendarEvent => $this->session($viewer, $one), $this->sessions->of($viewer)),
			...array_map(fn (Introduction $one): CalendarEvent => $this->appointment($viewer, $one, $l), $this->appointments->of($viewer)),
			...array_map(fn (Ending $one): CalendarEvent => $this->ending($viewer, $one, $l), $this->engagements->endings($viewer)),
		];
		$events = array_values(array_filter($events, static fn (CalendarEvent $one): bool => $one->over > $from && $one->from < $before));
		usort($events, static fn (CalendarEvent $a, CalendarEvent $b): int => [$a->from, $a->id] <=> [$b->from, $b->id]);
		return $events;
	}

	/** A meeting that the viewer may see. */
	public static function meeting(Viewer $viewer, Meeting $meeting, IL10N $l): CalendarEvent {
		$group = $meeting->getGroupId();
		return new CalendarEvent(
			CalendarEvent::MEETING,
			"meeting-{$meeting->getId()}",
			(string)$meeting->getTitle() ?: $l->t('Meeting'),
			self::group($viewer, $group),
			$meeting->getStartsAt(),
			$meeting->end(),
			$meeting->getEndsAt(),
			$meeting->takesWholeDays() ? [$meeting->getDay(), $meeting->getEndDay()] : null,
			(string)$meeting->getPlace(),
			(string)$meeting->getAgenda(),
			"groups/$group/meetings",
			$meeting->isCancelled(),
			$meeting->getVersion() - 1,
			$meeting->getUpdatedAt(),
		);
	}

	private function session(Viewer $viewer, Session $session): CalendarEvent {
		return $this->onDay(
			$viewer, CalendarEvent::SESSION, "session-{$session->getId()}", $session->getTitle(), null, $session->getDay(), implode(' · ', array_filter([$session->getPlace(), $session->getTalkUrl()])),
			$viewer->facilitator ? "sessions/{$session->getId()}" : '', $session->getVersion(), $session->getTouchedAt(),
		);
	}

	/** In the time zone of the place, which is assumed to be the person's. */
	private function appointment(Viewer $viewer, Introduction $introduction, IL10N $l): CalendarEvent {
		$day = (string)$introduction->getMeetOn();
		$zone = $this->days->zoneName($viewer->uid);
		return new CalendarEvent(
			CalendarEvent::APPOINTMENT,
			"appointment-{$introduction->getId()}",
			$l->t('Appointment for an introduction'),
			null,
			Days::momentIn($zone, $day, (string)$introduction->getMeetAt()),
			null,
			Days::momentIn($zone, Days::after($day, '+1 day'), '00:00'),
			null,
			(string)$introduction->getPlace(),
			'',
			$viewer->memberId !== null && in_array($viewer->memberId, [$introduction->getFromId(), $introduction->getToId()], true) ? 'matches' : 'mediations',
			false,
			$introduction->getVersion(),
			$introduction->getChangedAt(),
		);
	}

	private function ending(Viewer $viewer, Ending $ending, IL10N $l): CalendarEvent {
		return $this->onDay(
			$viewer,
			$ending->asFacilitator ? CalendarEvent::TERM : CalendarEvent::ENGAGEMENT,
			($ending->asFacilitator ? 'term-' : 'engagement-') . "$ending->groupId-$viewer->memberId",
			$ending->asFacilitator ? $l->t('Your time as facilitator ends') : $l->t('Your commitment ends'),
			self::group($viewer, $ending->groupId),
			$ending->day,
			'',
			"groups/$ending->groupId",
			0,
			$ending->since,
		);
	}

	/** @param ?array{id: int, title: string} $group */
	private function onDay(Viewer $viewer, string $kind, string $id, string $title, ?array $group, string $day, string $place, string $page, int $sequence, int $changed): CalendarEvent {
		$zone = $this->days->zoneName($viewer->uid);
		$until = Days::momentIn($zone, Days::after($day, '+1 day'), '00:00');
		return new CalendarEvent($kind, $id, $title, $group, Days::momentIn($zone, $day, '00:00'), $until, $until, [$day, $day], $place, '', $page, false, $sequence, $changed);
	}

	/** @return array{id: int, title: string} */
	private static function group(Viewer $viewer, int $id): array {
		return ['id' => $id, 'title' => $viewer->groups[$id]['title']];
	}
}
