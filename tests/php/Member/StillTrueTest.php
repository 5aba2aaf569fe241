<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\StillTrue;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** When the yearly question is due, and what the keeper of a card is asked. */
class StillTrueTest extends TestCase {
	private string $zone;

	protected function setUp(): void {
		$this->zone = date_default_timezone_get();
	}

	protected function tearDown(): void {
		date_default_timezone_set($this->zone);
	}

	/** @return iterable<string, array{string, string, bool}> when the card was last confirmed, now, whether it is due */
	public static function years(): iterable {
		yield 'a second less than a year' => ['2025-11-24 12:00:01', '2026-11-24 12:00:00', false];
		yield 'a year to the second' => ['2025-11-24 12:00:00', '2026-11-24 12:00:00', true];
		yield 'years' => ['2019-01-01 00:00:00', '2026-11-24 12:00:00', true];
		yield 'over a leap day' => ['2027-03-10 12:00:00', '2028-03-09 12:00:00', false];
		yield 'a year over a leap day' => ['2027-03-10 12:00:00', '2028-03-10 12:00:00', true];
		yield 'on a leap day, at the end of February' => ['2028-02-29 12:00:00', '2029-02-28 23:59:59', false];
		yield 'on a leap day, in March' => ['2028-02-29 12:00:00', '2029-03-01 12:00:00', true];
		yield 'asked on a leap day' => ['2027-02-28 23:59:59', '2028-02-29 00:00:00', true];
		yield 'asked on a leap day, a day too early' => ['2027-03-01 00:00:00', '2028-02-29 23:59:59', false];
		yield 'the day after a leap day' => ['2027-03-01 00:00:00', '2028-03-01 00:00:00', true];
		yield 'in the future' => ['2027-11-24 12:00:00', '2026-11-24 12:00:00', false];
	}

	#[DataProvider('years')]
	public function testTheQuestionIsDueAfterAYear(string $since, string $now, bool $due): void {
		foreach (['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Paris'] as $zone) {
			date_default_timezone_set($zone);
			self::assertSame($due, StillTrue::isDue(self::card(['edited' => $since]), self::at($now)), $zone);
		}
	}

	public function testADueCardStaysDue(): void {
		$before = 0;
		for ($now = self::at('2027-02-25 00:00:00'); $now < self::at('2029-03-05 00:00:00'); $now += 5 * 3600) {
			self::assertGreaterThanOrEqual($before, $before = StillTrue::yearBefore($now));
			self::assertGreaterThanOrEqual(365 * 86400, $now - $before);
			self::assertLessThanOrEqual(366 * 86400, $now - $before);
		}
	}

	/** @return iterable<string, array{array<string, string|bool>, bool}> on 24 November 2026 at noon */
	public static function cards(): iterable {
		$old = ['edited' => '2025-11-20 12:00:00'];
		yield 'published' => [$old, true];
		yield 'a draft' => [$old + ['status' => 'draft'], false];
		yield 'paused' => [$old + ['status' => 'paused'], false];
		yield 'withdrawn' => [$old + ['status' => 'withdrawn'], false];
		yield 'of a disabled account' => [$old + ['suspended' => true], false];
		yield 'of an account enabled again' => [$old + ['suspended' => false], true];
		yield 'changed since' => [['created' => '2020-01-01 12:00:00', 'edited' => '2026-10-01 12:00:00'], false];
		yield 'confirmed since' => [$old + ['confirmed' => '2026-10-01 12:00:00'], false];
		yield 'confirmed, then changed long ago' => [['confirmed' => '2024-10-01 12:00:00', 'edited' => '2025-10-01 12:00:00'], true];
		yield 'imported a year ago' => [['created' => '2025-11-24 12:00:00'], true];
		yield 'imported now' => [['created' => '2026-11-24 12:00:00'], false];
		yield 'imported now, from a file that says how old it is' => [['created' => '2026-11-24 12:00:00', 'confirmed' => '2025-05-01 12:00:00'], true];
	}

	/** @param array<string, string|bool> $card */
	#[DataProvider('cards')]
	public function testWhichCardsAreDue(array $card, bool $due): void {
		$now = self::at('2026-11-24 12:00:00');
		self::assertSame($due, StillTrue::isDue(self::card($card), $now));
		self::assertSame($due ? StillTrue::ASK : null, StillTrue::next(self::card($card), $now));
	}

	/** @return iterable<string, array{?string, ?string, string, ?string}> asked, reminded, now, what is next for a card that was last changed on 1 June 2025 */
	public static function steps(): iterable {
		yield 'not due yet' => [null, null, '2026-05-31 12:00:00', null];
		yield 'due' => [null, null, '2026-06-02 12:00:00', StillTrue::ASK];
		yield 'asked before it was last changed' => ['2025-03-01 12:00:00', '2025-04-01 12:00:00', '2026-06-02 12:00:00', StillTrue::ASK];
		yield 'asked just now' => ['2026-06-02 12:00:00', null, '2026-06-02 12:00:00', null];
		yield 'a month is not over' => ['2026-06-02 12:00:00', null, '2026-07-02 11:59:59', null];
		yield 'a month later' => ['2026-06-02 12:00:00', null, '2026-07-02 12:00:00', StillTrue::REMIND];
		yield 'reminded' => ['2026-06-02 12:00:00', '2026-07-02 12:00:00', '2026-07-02 12:00:00', null];
		yield 'silence' => ['2026-06-02 12:00:00', '2026-07-02 12:00:00', '2027-07-02 11:59:59', null];
		yield 'next year' => ['2026-06-02 12:00:00', '2026-07-02 12:00:00', '2027-07-02 12:00:00', StillTrue::ASK];
		yield 'next year, one month on' => ['2027-07-02 12:00:00', '2026-07-02 12:00:00', '2027-08-01 12:00:00', StillTrue::REMIND];
		yield 'no cron for long: the reminder, not the question again' => ['2026-06-02 12:00:00', null, '2027-05-01 12:00:00', StillTrue::REMIND];
		yield 'no cron for a year: the question, not the reminder' => ['2026-06-02 12:00:00', null, '2027-06-02 12:00:00', StillTrue::ASK];
	}

	#[DataProvider('steps')]
	public function testOneQuestionAndOneReminderAYear(?string $asked, ?string $reminded, string $now, ?string $next): void {
		$card = self::card(['edited' => '2025-06-01 12:00:00']);
		$card->setAskedAt($asked === null ? null : self::at($asked));
		$card->setRemindedAt($reminded === null ? null : self::at($reminded));
		self::assertSame($next, StillTrue::next($card, self::at($now)));
		$card->setStatus('paused');
		self::assertNull(StillTrue::next($card, self::at($now)));
	}

	/** @param array<string, string|bool> $facts */
	private static function card(array $facts): Member {
		$card = new Member();
		$card->setStatus($facts['status'] ?? 'published');
		$card->setSuspended($facts['suspended'] ?? null);
		$card->setCreatedAt(self::at($facts['created'] ?? '2019-01-01 12:00:00'));
		$card->setEditedAt(isset($facts['edited']) ? self::at($facts['edited']) : null);
		$card->setConfirmedAt(isset($facts['confirmed']) ? self::at($facts['confirmed']) : null);
		return $card;
	}

	private static function at(string $time): int {
		return (int)strtotime("$time UTC");
	}
}
