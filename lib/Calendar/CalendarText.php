<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

/**
 * Writes events as an iCalendar file (RFC 5545). Nextcloud's public API writes only single events, without an id, a version or whole days
 * (ICalendarEventBuilder), so the lines are written here.
 */
class CalendarText {
	public const TYPE = 'text/calendar; charset=utf-8';

	/** Octets of a line, without its end. */
	private const LINE = 75;

	/** How often an address is to be read again. */
	private const AGAIN = 'PT4H';

	public function __construct(
		private readonly EventProperties $properties,
	) {
	}

	/**
	 * @param list<CalendarEvent> $events
	 * @param ?string $name of a calendar that is read regularly; null: only these events
	 */
	public function of(array $events, ?string $name = null): string {
		$lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Reseau//Reseau//EN', 'CALSCALE:GREGORIAN'];
		if ($name !== null) {
			$escaped = self::escape($name);
			array_push($lines, "NAME:$escaped", "X-WR-CALNAME:$escaped", 'REFRESH-INTERVAL;VALUE=DURATION:' . self::AGAIN, 'X-PUBLISHED-TTL:' . self::AGAIN);
		}
		foreach ($events as $event) {
			$lines[] = 'BEGIN:VEVENT';
			foreach ($this->properties->of($event) as ['name' => $property, 'value' => $value, 'parameters' => $parameters, 'text' => $isText]) {
				foreach ($parameters as $parameter => $of) {
					$property .= ";$parameter=$of";
				}
				$lines[] = "$property:" . ($isText ? self::escape($value) : $value);
			}
			$lines[] = 'END:VEVENT';
		}
		$lines[] = 'END:VCALENDAR';
		return implode('', array_map(self::folded(...), $lines));
	}

	private static function escape(string $text): string {
		return strtr($text, ['\\' => '\\\\', ';' => '\\;', ',' => '\\,', "\r\n" => '\\n', "\n" => '\\n', "\r" => '\\n']);
	}

	/** Long lines continue on the next one, after a space; no character is cut. */
	private static function folded(string $line): string {
		$parts = [mb_strcut($line, 0, self::LINE, 'UTF-8')];
		for ($at = strlen($parts[0]); $at < strlen($line); $at += strlen(end($parts))) {
			$parts[] = mb_strcut($line, $at, self::LINE - 1, 'UTF-8');
		}
		return implode("\r\n ", $parts) . "\r\n";
	}
}
