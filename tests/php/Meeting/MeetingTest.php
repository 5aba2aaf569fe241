<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Meeting;

use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Meeting\MeetingRules;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Tests\Group\GroupTestCase;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Notification\INotification;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Notifications;

/** The meetings of a group. */
#[Group('databases')]
final class MeetingTest extends GroupTestCase {
	private const WORDS = ['title' => 'Choisir la pompe', 'day' => '2026-12-09', 'time' => '18:30', 'endTime' => '20:00', 'zone' => 'Europe/Paris', 'place' => 'Salle du foyer', 'agenda' => "- La citerne\n- Le devis"];

	protected function setUp(): void {
		parent::setUp();
		$this->finish();
		foreach (['odile', 'linh', 'yamina'] as $uid) {
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
		}
	}

	/** @param array<string, mixed> $words */
	private function plan(array $words = [], string $uid = 'odile', string $key = 'a-first-key'): array {
		return $this->data('POST', "/groups/$this->group/meetings", $uid, $words + ['key' => $key] + self::WORDS, 201);
	}

	/** @return list<array<string, mixed>> */
	private function listed(string $uid): array {
		return $this->data('GET', "/groups/$this->group/meetings", $uid)['meetings'];
	}

	/** @return list<string> subjects and messages of notifications about meetings */
	private function notified(string $uid): array {
		$about = array_filter($this->bell($uid), static fn (array $one): bool => $one['object_type'] === 'group_meeting');
		return array_values(array_map(static fn (array $one): string => "{$one['subject']} | {$one['message']}", $about));
	}

	public function testOnlyPeopleOfTheGroupSeeThem(): void {
		$this->comeIn('linh');
		$made = $this->plan();
		self::assertSame([$made['id']], array_column($this->listed('linh'), 'id'));
		self::assertSame([$made['id']], array_column($this->listed('odile'), 'id'));
		foreach (['yamina', 'nadege'] as $outside) {
			self::assertSame(['meetings' => [], 'can' => ['write' => false, 'add' => false]], $this->data('GET', "/groups/$this->group/meetings", $outside));
		}
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame([], $this->listed('linh'));
		$this->assertRefused(404, 'not_found', 'GET', '/groups/999/meetings', 'odile');
	}

	public function testWhatIsSeen(): void {
		$made = $this->plan();
		self::assertSame([
			'id' => $made['id'], 'title' => 'Choisir la pompe', 'day' => '2026-12-09', 'time' => '18:30', 'endDay' => '2026-12-09', 'endTime' => '20:00', 'zone' => 'Europe/Paris',
			'starts' => '2026-12-09T17:30:00+00:00', 'ends' => '2026-12-09T19:00:00+00:00', 'place' => 'Salle du foyer', 'agenda' => "- La citerne\n- Le devis", 'showcased' => false,
			'by' => ['id' => $this->cards['odile']['id'], 'name' => 'Odile'], 'over' => false, 'cancelled' => false, 'version' => 1,
		], $made);
	}

	public function testFacilitatorsInTheGroupWriteThem(): void {
		$this->comeIn('linh');
		$made = $this->plan();
		$path = "/groups/$this->group/meetings";
		foreach (['linh', 'yamina', 'nadege'] as $other) {
			$this->assertRefused(403, 'not_yours', 'POST', $path, $other, self::WORDS + ['key' => 'another-key']);
			$this->assertRefused(403, 'not_yours', 'PUT', "$path/{$made['id']}", $other, self::WORDS + ['version' => 1]);
			$this->assertRefused(403, 'not_yours', 'DELETE', "$path/{$made['id']}?version=1", $other);
			$this->assertRefused(403, 'not_yours', 'POST', "$path/{$made['id']}", $other, ['version' => 1]);
		}
		// Without a facilitator, those of the network decide about the group, but what its people alone see is not theirs.
		$this->data('DELETE', "/groups/$this->group/facilitators", 'odile');
		$this->assertRefused(403, 'outside_group', 'POST', $path, 'nadege', self::WORDS + ['key' => 'another-key']);
		$this->assertRefused(403, 'outside_group', 'DELETE', "$path/{$made['id']}?version=1", 'nadege');
		self::assertFalse($this->listed('linh')[0]['cancelled']);
	}

	public function testPeopleOutsideWriteNoneEvenIfNobodyIsInside(): void {
		$made = $this->plan();
		$this->data('DELETE', "/groups/$this->group/facilitators", 'odile');
		$this->data('POST', "/groups/$this->group/leave", 'odile', []);
		$path = "/groups/$this->group/meetings";
		$this->assertRefused(403, 'outside_group', 'POST', $path, 'nadege', self::WORDS + ['key' => 'another-key']);
		$this->assertRefused(403, 'outside_group', 'PUT', "$path/{$made['id']}", 'nadege', self::WORDS + ['version' => 1]);
		self::assertSame(1, (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM *PREFIX*reseau_meetings')->fetchOne());
		self::assertSame(['write' => false, 'add' => false], $this->data('GET', $path, 'nadege')['can']);
	}

	public function testAMeetingIsOfItsGroup(): void {
		$made = $this->plan();
		$other = $this->make(['title' => 'Haies', 'key' => 'second'])['id'];
		$this->assertRefused(404, 'not_found', 'PUT', "/groups/$other/meetings/{$made['id']}", 'odile', self::WORDS + ['version' => 1]);
		$this->assertRefused(404, 'not_found', 'DELETE', "/groups/$other/meetings/{$made['id']}?version=1", 'odile');
	}

	public function testTheSameKeyIsTheSameMeetingForAllSenders(): void {
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id'], 'until' => null, 'handOver' => false]);
		$made = $this->plan();
		self::assertSame($made['id'], $this->plan(['title' => 'Autre chose'])['id']);
		self::assertSame($made['id'], $this->plan([], 'linh')['id']);
		self::assertNotSame($made['id'], $this->plan([], 'odile', 'another-key')['id']);
		self::assertCount(2, $this->listed('odile'));
		$this->assertRefused(400, 'bad_key', 'POST', "/groups/$this->group/meetings", 'odile', self::WORDS + ['key' => 'x']);
	}

	/** @return iterable<string, array{string, string, array<string, mixed>}> */
	public static function wrong(): iterable {
		yield 'no day' => ['bad_day', 'day', ['day' => null]];
		yield 'a day that is none' => ['bad_day', 'day', ['day' => '2026-02-30']];
		yield 'a day long ago' => ['bad_day', 'day', ['day' => '0001-01-01']];
		yield 'a day that no calendar stores' => ['bad_day', 'day', ['day' => '9999-12-31']];
		yield 'a last day that is none' => ['bad_day', 'endDay', ['endDay' => 'demain']];
		yield 'a time that is none' => ['bad_time', 'time', ['time' => '25:00']];
		yield 'a number for a time' => ['bad_time', 'time', ['time' => 18]];
		yield 'an end that is none' => ['bad_time', 'endTime', ['endTime' => '18h']];
		yield 'an end before the start' => ['bad_end', 'endTime', ['endTime' => '18:00']];
		yield 'an end at the start' => ['bad_end', 'endTime', ['endTime' => '18:30']];
		yield 'an end without a start' => ['bad_end', 'time', ['time' => null]];
		yield 'days without an end' => ['bad_end', 'endTime', ['endDay' => '2026-12-10', 'endTime' => null]];
		yield 'a last day before the first' => ['bad_end', 'endDay', ['endDay' => '2026-12-08']];
		yield 'too many days' => ['bad_end', 'endDay', ['endDay' => '2027-01-09']];
		yield 'a long title' => ['too_long', 'title', ['title' => str_repeat('x', 121)]];
		yield 'a long place' => ['too_long', 'place', ['place' => str_repeat('x', 501)]];
		yield 'a long agenda' => ['too_long', 'agenda', ['agenda' => str_repeat('x', 4001)]];
		yield 'a bell in the place' => ['bad_text', 'place', ['place' => "\u{7}"]];
		yield 'a list for a title' => ['wrong_type', 'title', ['title' => ['x']]];
		yield 'a number for a time zone' => ['wrong_type', 'zone', ['zone' => 2]];
	}

	/** @param array<string, mixed> $change */
	#[DataProvider('wrong')]
	public function testWhatCannotBeIsRefusedWithItsPlace(string $reason, string $field, array $change): void {
		self::assertSame($field, $this->assertRefused(400, $reason, 'POST', "/groups/$this->group/meetings", 'odile', $change + ['key' => 'a-first-key'] + self::WORDS)['field']);
		self::assertSame([], $this->listed('odile'));
	}

	public function testLittleIsEnough(): void {
		$this->kernel->get(IConfig::class)->setUserValue('odile', 'core', 'timezone', 'America/Cayenne');
		$made = $this->data('POST', "/groups/$this->group/meetings", 'odile', ['day' => '2026-12-09', 'key' => 'a-first-key'], 201);
		self::assertSame(['', '2026-12-09', null, '2026-12-09', null, 'America/Cayenne', null, null, '', ''], array_map(
			static fn (string $key): mixed => $made[$key],
			['title', 'day', 'time', 'endDay', 'endTime', 'zone', 'starts', 'ends', 'place', 'agenda'],
		));
		$timed = $this->plan(['zone' => 'Mars/Olympus', 'endTime' => null, 'title' => " Le\r\ndevis "], 'odile', 'another-key');
		self::assertSame(['America/Cayenne', '2026-12-09T21:30:00+00:00', null, 'Le devis'], [$timed['zone'], $timed['starts'], $timed['ends'], $timed['title']]);
	}

	/** @return iterable<string, array{string, string, string}> day and time in Paris, and when that is */
	public static function clocks(): iterable {
		yield 'in winter' => ['2026-03-28', '18:30', '2026-03-28T17:30:00+00:00'];
		yield 'in summer' => ['2026-03-29', '18:30', '2026-03-29T16:30:00+00:00'];
		yield 'in the hour that is left out' => ['2026-03-29', '02:30', '2026-03-29T01:30:00+00:00'];
		yield 'in the hour that comes twice' => ['2026-10-25', '02:30', '2026-10-25T00:30:00+00:00'];
		yield 'after clocks were set back' => ['2026-10-25', '18:30', '2026-10-25T17:30:00+00:00'];
	}

	#[DataProvider('clocks')]
	public function testATimeIsThatOfItsClock(string $day, string $time, string $moment): void {
		self::assertSame($moment, $this->plan(['day' => $day, 'time' => $time, 'endTime' => null])['starts']);
	}

	public function testAnEndThatIsLeftOutByAClockIsNotBeforeTheStart(): void {
		// 02:30 is 03:30 on that day.
		$this->assertRefused(400, 'bad_end', 'POST', "/groups/$this->group/meetings", 'odile', ['day' => '2026-03-29', 'time' => '02:30', 'endTime' => '03:10'] + self::WORDS + ['key' => 'a-first-key']);
	}

	public function testTheyAreInOrderAndPastOnesComeLast(): void {
		foreach (['2026-12-20', '2026-11-20', '2026-11-24', '2026-10-01', '2026-12-09'] as $i => $day) {
			$this->plan(['day' => $day, 'title' => $day, 'endTime' => null, 'time' => $day === '2026-11-24' ? '08:00' : '18:30'], 'odile', "key-number-$i");
		}
		// At noon, one of this morning with an open end goes on until its day is over.
		self::assertSame(['2026-11-24', '2026-12-09', '2026-12-20', '2026-11-20', '2026-10-01'], array_column($this->listed('odile'), 'title'));
		self::assertSame([false, false, false, true, true], array_column($this->listed('odile'), 'over'));
		$this->kernel->clock->stopAt(gmmktime(19, 0, 0, 12, 20, 2026));
		self::assertSame('2026-12-20', $this->listed('odile')[0]['title']);
	}

	public function testOneWithAnEndIsOverThen(): void {
		$this->plan();
		$this->kernel->clock->stopAt(gmmktime(18, 59, 59, 12, 9, 2026));
		self::assertFalse($this->listed('odile')[0]['over']);
		$this->kernel->clock->stopAt(gmmktime(19, 0, 0, 12, 9, 2026));
		self::assertTrue($this->listed('odile')[0]['over']);
	}

	public function testNothingIsOverwritten(): void {
		$made = $this->plan();
		$path = "/groups/$this->group/meetings/{$made['id']}";
		$changed = $this->data('PUT', $path, 'odile', ['place' => 'Au lavoir', 'version' => 1] + self::WORDS);
		self::assertSame(['Au lavoir', 2], [$changed['place'], $changed['version']]);
		$refused = $this->assertRefused(409, 'stale_version', 'PUT', $path, 'odile', ['place' => 'À la mairie', 'version' => 1] + self::WORDS);
		self::assertSame($changed, $refused['current']);
		$this->assertRefused(409, 'stale_version', 'DELETE', "$path?version=1", 'odile');
		$this->assertRefused(400, 'version_missing', 'DELETE', $path, 'odile');
		$this->assertRefused(400, 'version_missing', 'PUT', $path, 'odile', self::WORDS);
		// Written as it is: nothing was changed.
		self::assertSame(2, $this->data('PUT', $path, 'odile', ['place' => 'Au lavoir', 'version' => 2] + self::WORDS)['version']);
	}

	public function testACancelledOneCanBeRestored(): void {
		$made = $this->plan();
		$path = "/groups/$this->group/meetings/{$made['id']}";
		$cancelled = $this->data('DELETE', "$path?version=1", 'odile');
		self::assertSame([true, 2], [$cancelled['cancelled'], $cancelled['version']]);
		self::assertTrue($this->listed('odile')[0]['cancelled']);
		$this->assertRefused(409, 'meeting_cancelled', 'PUT', $path, 'odile', self::WORDS + ['version' => 2]);
		self::assertSame(2, $this->data('DELETE', "$path?version=2", 'odile')['version']);
		$restored = $this->data('POST', $path, 'odile', ['version' => 2]);
		self::assertSame([false, 3], [$restored['cancelled'], $restored['version']]);
		self::assertSame(['version' => 3] + $made, ['version' => 3] + $restored);
	}

	public function testAClosedGroupPlansNone(): void {
		$made = $this->plan();
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		$this->assertRefused(409, 'group_closed', 'POST', "/groups/$this->group/meetings", 'odile', self::WORDS + ['key' => 'another-key']);
		self::assertSame(['write' => true, 'add' => false], $this->data('GET', "/groups/$this->group/meetings", 'odile')['can']);
		$this->data('DELETE', "/groups/$this->group/meetings/{$made['id']}?version=1", 'odile');
	}

	public function testThereAreNotEndlesslyMany(): void {
		for ($i = 0; $i < MeetingRules::LIMITS['meetings']; $i++) {
			$this->plan([], 'odile', "key-number-$i");
		}
		$this->assertRefused(422, 'enough_meetings', 'POST', "/groups/$this->group/meetings", 'odile', self::WORDS + ['key' => 'another-key']);
		$this->kernel->clock->stopAt(gmmktime(20, 0, 0, 12, 9, 2026));
		$this->plan(['day' => '2026-12-20'], 'odile', 'another-key');
	}

	public function testLimitsAreThoseOfTheBrowser(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/meeting-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, MeetingRules::LIMITS);
	}

	public function testPeopleAreNotifiedInTheNextDailyMailAndImmediatelyOfMeetingsThatAreNear(): void {
		$this->comeIn('linh');
		$this->comeIn('yamina');
		$this->plan();
		self::assertSame([[], [], []], [$this->notified('odile'), $this->notified('linh'), $this->notified('yamina')]);
		self::assertSame([['linh', 'group_meeting'], ['yamina', 'group_meeting']], $this->waiting());
		$this->plan(['day' => '2026-11-25'], 'odile', 'another-key');
		self::assertSame([], $this->notified('odile'));
		self::assertSame(['Réunion de « Eau de pluie » | mercredi 25 novembre 2026, 17:30 · Salle du foyer · Choisir la pompe'], $this->notified('linh'));
	}

	public function testOneNotificationSaysWhatTheMeetingIsByThen(): void {
		$this->comeIn('linh');
		$this->kernel->get(IConfig::class)->setUserValue('linh', 'core', 'timezone', 'Europe/Paris');
		$this->data('PUT', '/notified', 'linh', ['kind' => 'calendar', 'timing' => 'now']);
		$made = $this->plan();
		self::assertSame(['Réunion de « Eau de pluie » | mercredi 9 décembre 2026, 18:30 · Salle du foyer · Choisir la pompe'], $this->notified('linh'));
		$path = "/groups/$this->group/meetings/{$made['id']}";
		$this->data('PUT', $path, 'odile', ['agenda' => 'Autre chose', 'version' => 1] + self::WORDS);
		self::assertStringStartsWith('Réunion de « Eau de pluie » |', $this->notified('linh')[0]);
		$this->data('PUT', $path, 'odile', ['time' => null, 'endTime' => null, 'version' => 2] + self::WORDS);
		self::assertSame(['Réunion de « Eau de pluie » modifiée | mercredi 9 décembre 2026 · Salle du foyer · Choisir la pompe'], $this->notified('linh'));
		$this->data('DELETE', "$path?version=3", 'odile');
		self::assertStringStartsWith('Réunion de « Eau de pluie » annulée |', $this->notified('linh')[0]);
		$this->data('POST', $path, 'odile', ['version' => 4]);
		self::assertCount(1, $this->notified('linh'));
		self::assertStringStartsWith('Réunion de « Eau de pluie » modifiée |', $this->notified('linh')[0]);
		$this->kernel->clock->stopAt(gmmktime(12, 0, 0, 12, 10, 2026));
		self::assertSame([], $this->notified('linh'));
	}

	public function testANotificationIsInTheLanguageOfItsReader(): void {
		$this->comeIn('linh');
		$this->data('PUT', '/notified', 'linh', ['kind' => 'calendar', 'timing' => 'now']);
		$this->plan();
		$subjects = fn (string $language): array => array_map(static fn (INotification $one): string => $one->getParsedSubject(), array_values($this->kernel->get(Notifications::class)->of('linh', $language)));
		self::assertContains('Reunión de «Eau de pluie»', $subjects('es'));
		self::assertSame($subjects('es'), $subjects('es_MX'));
	}

	public function testPeopleWhoLeftOrWantNoneAreNotNotified(): void {
		$this->comeIn('linh');
		$this->comeIn('yamina');
		$this->data('PUT', '/notified', 'yamina', ['kind' => 'calendar', 'timing' => 'never']);
		$this->plan(['day' => '2026-11-25']);
		self::assertSame([], $this->notified('yamina'));
		self::assertCount(1, $this->notified('linh'));
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame([], $this->notified('linh'));
	}

	/** A meeting that was planned by mistake, and cancelled before anyone was notified, is not announced. */
	public function testACancelledMeetingThatWasNeverAnnouncedIsNotAnnounced(): void {
		$this->comeIn('linh');
		$made = $this->plan();
		$path = "/groups/$this->group/meetings/{$made['id']}";
		$this->data('PUT', $path, 'odile', ['place' => 'Au lavoir', 'version' => 1] + self::WORDS);
		self::assertSame([['linh', 'group_meeting']], $this->waiting());
		$this->data('DELETE', "$path?version=2", 'odile');
		self::assertSame([], $this->morning());
		self::assertSame([], $this->waiting());
	}

	/** A meeting that was cancelled and restored before anyone was notified is announced as a new one. */
	public function testAChangeToAMeetingThatWasNeverAnnouncedIsNotAnnounced(): void {
		$this->comeIn('linh');
		$made = $this->plan();
		$path = "/groups/$this->group/meetings/{$made['id']}";
		$this->data('DELETE', "$path?version=1", 'odile');
		$this->data('POST', $path, 'odile', ['version' => 2]);
		self::assertSame([['linh', 'group_meeting']], $this->waiting());
		[$mail] = $this->morning();
		self::assertStringContainsString('Réunion de « Eau de pluie »', $mail);
		self::assertStringNotContainsString('modifiée', $mail);
	}

	public function testWhatIsPastIsForgottenInTime(): void {
		$this->plan();
		$cancelled = $this->plan(['day' => '2027-11-20'], 'odile', 'another-key');
		$this->data('DELETE', "/groups/$this->group/meetings/{$cancelled['id']}?version=1", 'odile');
		$run = function (int $time): array {
			$this->kernel->clock->stopAt($time);
			$this->kernel->get(Meetings::class)->deleteOld();
			return array_column($this->listed('odile'), 'title');
		};
		self::assertCount(2, $run(gmmktime(12, 0, 0, 11, 24, 2026) + Meetings::CANCELLED_DAYS * 86400));
		self::assertCount(1, $run(gmmktime(12, 0, 1, 11, 24, 2026) + Meetings::CANCELLED_DAYS * 86400));
		self::assertCount(1, $run(gmmktime(19, 0, 0, 12, 9, 2026) + Meetings::DAYS * 86400));
		self::assertCount(0, $run(gmmktime(19, 0, 1, 12, 9, 2026) + Meetings::DAYS * 86400));
	}

	public function testTheyGoWithTheirGroupAndOutliveTheirAuthor(): void {
		$made = $this->plan();
		self::assertSame([['group' => 'Eau de pluie', 'title' => 'Choisir la pompe', 'day' => '2026-12-09', 'time' => '18:30', 'endDay' => '2026-12-09', 'endTime' => '20:00', 'place' => 'Salle du foyer', 'agenda' => "- La citerne\n- Le devis", 'cancelled' => false]],
			$this->data('GET', "/members/{$this->cards['odile']['id']}/export", 'odile')['meetings']);
		$this->kernel->get(Meetings::class)->forgetAccount('odile');
		self::assertNull($this->listed('odile')[0]['by']);
		self::assertSame($made['id'], $this->listed('odile')[0]['id']);
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		self::assertSame(0, (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM *PREFIX*reseau_meetings')->fetchOne());
	}

	/** @return list<string> texts of the daily mails to Linh of the next morning, with ordinary spaces */
	private function morning(): array {
		foreach ([25, 26] as $day) {
			$this->kernel->clock->stopAt(gmmktime(9, 0, 0, 11, $day, 2026));
			$this->kernel->runJob(DailyMailJob::class);
		}
		$mails = array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']['linh@example.org']));
		return array_values(array_map(static fn (array $mail): string => strtr($mail['plain'], ["\u{a0}" => ' ']), $mails));
	}

	/** @return list<array{string, string}> account and subject of what waits for daily mails about meetings */
	private function waiting(): array {
		$rows = $this->kernel->get(IDBConnection::class)->executeQuery("SELECT uid, subject FROM *PREFIX*reseau_waiting WHERE object_type = 'group_meeting' ORDER BY uid")->fetchAll();
		return array_map(static fn (array $row): array => [$row['uid'], $row['subject']], $rows);
	}
}
