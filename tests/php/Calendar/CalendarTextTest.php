<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Calendar;

use OCA\Reseau\Calendar\CalendarEvent;
use OCA\Reseau\Calendar\CalendarText;
use OCA\Reseau\Tests\NetworkTestCase;

/** The files of iCalendar, by the lines of RFC 5545; src/calendar/calendarText.spec.ts reads the same with a library for calendars. */
final class CalendarTextTest extends NetworkTestCase {
	protected function setUp(): void {
		$this->kernel = self::emptyKernel();
	}

	private static function event(string $id, array $of): CalendarEvent {
		$moment = static fn (?string $time): ?int => $time === null ? null : (int)strtotime($time);
		$from = (int)$moment($of['from']);
		return new CalendarEvent(
			CalendarEvent::MEETING, $id, $of['title'], $of['group'] === null ? null : ['id' => 5, 'title' => $of['group']], $from, $moment($of['until']), $from + 86_400,
			$of['days'], $of['place'], $of['text'], 'groups/5/meetings', $of['cancelled'], $of['sequence'], $from - 86_400,
		);
	}

	private function text(CalendarEvent ...$events): string {
		return $this->kernel->get(CalendarText::class)->of(array_values($events), 'Cordée ; Aude, Limoux');
	}

	public function testTheFileIsAsKept(): void {
		$given = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/calendar/events.json'), true, 8, JSON_THROW_ON_ERROR);
		$text = $this->text(...array_map(static fn (int $at, array $of): CalendarEvent => self::event("meeting-$at", $of), array_keys($given), $given));
		self::assertFixture('calendar/events.ics', $text);
	}

	public function testEveryLineIsShortAndWhole(): void {
		foreach (['é', '🌻', '👩‍🌾', 'x', ';', "\n", '\\'] as $letter) {
			foreach (range(1, 160) as $length) {
				$of = ['title' => str_repeat($letter, $length), 'group' => null, 'from' => '2026-12-09T17:30:00Z', 'until' => null, 'days' => null, 'place' => '', 'text' => '', 'cancelled' => false, 'sequence' => 0];
				$text = $this->text(self::event('meeting-1', $of));
				self::assertStringEndsWith("END:VCALENDAR\r\n", $text);
				$lines = explode("\r\n", substr($text, 0, -2));
				foreach ($lines as $line) {
					self::assertLessThanOrEqual(75, strlen($line));
					self::assertTrue(mb_check_encoding($line, 'UTF-8'), $line);
					self::assertNotSame('', trim($line, "\r\n"));
				}
				$whole = str_replace("\r\n ", '', $text);
				self::assertSame(1, preg_match('/^SUMMARY:(.*)\r$/m', $whole, $found));
				self::assertSame($of['title'], strtr($found[1], ['\\\\' => '\\', '\\n' => "\n", '\\;' => ';', '\\,' => ',']));
			}
		}
	}

	public function testNothingBetweenTheLinesIsOfPeople(): void {
		$of = ['title' => "A\r\nEND:VEVENT\r\nBEGIN:VALARM", 'group' => "B\nX-EVIL:1", 'from' => '2026-12-09T17:30:00Z', 'until' => null, 'days' => null, 'place' => "C\rURL:https://evil.example", 'text' => "D\r\n\r\nATTACH:https://evil.example", 'cancelled' => false, 'sequence' => 0];
		$lines = explode("\r\n", rtrim(str_replace("\r\n ", '', $this->text(self::event('meeting-1', $of)))));
		self::assertSame(
			['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'NAME', 'X-WR-CALNAME', 'REFRESH-INTERVAL', 'X-PUBLISHED-TTL', 'BEGIN', 'UID', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'DTSTART', 'SUMMARY', 'LOCATION', 'DESCRIPTION', 'URL', 'STATUS', 'END', 'END'],
			array_map(static fn (string $line): string => preg_replace('/[:;].*$/s', '', $line) ?? '', $lines),
		);
	}

	public function testWithoutEventsItIsACalendar(): void {
		self::assertStringStartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", $this->text());
		self::assertStringContainsString("X-WR-CALNAME:Cordée \\; Aude\\, Limoux\r\n", $this->text());
	}
}
