<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Markdown;
use OCP\IConfig;
use OCP\IURLGenerator;

/**
 * An event as the properties of a VEVENT of iCalendar (RFC 5545), for files and addresses (CalendarText) and for Nextcloud's Calendar. Times are in UTC,
 * which needs no time zone description and is right before and after a change of clocks, as no event is repeated.
 */
class EventProperties {
	/** iCalendar requires a time, but when people joined a group was not always stored. */
	private const LONG_AGO = 1_767_225_600;

	public function __construct(
		private readonly IConfig $config,
		private readonly IURLGenerator $urls,
	) {
	}

	/** @return list<array{name: string, value: string, parameters: array<string, string>, text: bool}> `text`: people's words, not escaped */
	public function of(CalendarEvent $event): array {
		$page = $this->urls->linkToRouteAbsolute('reseau.page.index') . $event->page;
		$changed = self::moment(max($event->changed, self::LONG_AGO));
		$properties = [
			self::raw('UID', "reseau-$event->id@" . $this->config->getSystemValueString('instanceid', 'nextcloud')),
			self::raw('DTSTAMP', $changed),
			...$event->sequence === null ? [] : [self::raw('LAST-MODIFIED', $changed), self::raw('SEQUENCE', (string)$event->sequence)],
			...$this->when($event),
			self::text('SUMMARY', $event->summary()),
			...$event->place === '' ? [] : [self::text('LOCATION', $event->place)],
			self::text('DESCRIPTION', trim(Markdown::unmarked($event->text) . "\n\n$page")),
			self::raw('URL', $page),
			self::raw('STATUS', $event->cancelled ? 'CANCELLED' : 'CONFIRMED'),
		];
		if ($event->cancelled || in_array($event->kind, [CalendarEvent::ENGAGEMENT, CalendarEvent::TERM], true)) {
			// It does not make anyone busy.
			$properties[] = self::raw('TRANSP', 'TRANSPARENT');
		}
		return $properties;
	}

	/** @return list<array{name: string, value: string, parameters: array<string, string>, text: bool}> */
	private function when(CalendarEvent $event): array {
		if ($event->days !== null) {
			[$first, $last] = $event->days;
			// The end is the first day after it.
			return [self::day('DTSTART', $first), self::day('DTEND', Days::after($last, '+1 day'))];
		}
		return [self::raw('DTSTART', self::moment($event->from)), ...$event->until === null ? [] : [self::raw('DTEND', self::moment($event->until))]];
	}

	private static function moment(int $time): string {
		return strtr(gmdate(DATE_ATOM, $time), ['-' => '', ':' => '', '+0000' => 'Z', '+00:00' => 'Z']);
	}

	/** @return array{name: string, value: string, parameters: array<string, string>, text: bool} */
	private static function day(string $name, string $day): array {
		return ['name' => $name, 'value' => str_replace('-', '', $day), 'parameters' => ['VALUE' => 'DATE'], 'text' => false];
	}

	/** @return array{name: string, value: string, parameters: array<string, string>, text: bool} */
	private static function raw(string $name, string $value): array {
		return ['name' => $name, 'value' => $value, 'parameters' => [], 'text' => false];
	}

	/** @return array{name: string, value: string, parameters: array<string, string>, text: bool} */
	private static function text(string $name, string $value): array {
		// Of the control characters, calendars only accept the line break.
		$value = preg_replace(['/\r\n?/', '/[\x00-\x08\x0B-\x1F\x7F]/'], ["\n", ''], $value) ?? '';
		return ['name' => $name, 'value' => $value, 'parameters' => [], 'text' => true];
	}
}
