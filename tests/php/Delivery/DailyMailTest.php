<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use Closure;
use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Message\MessageNotifications;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use ReflectionProperty;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Mailer;

/** What an account has chosen for the daily mail comes once, in the morning of its own clock, if it is still true then. */
#[Group('databases')]
class DailyMailTest extends DeliveryTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->choose('odile', Kind::Message, Timing::Daily);
	}

	public function testWaitingLinesAreInOneMailTheNextMorning(): void {
		$this->person('noe');
		$first = $this->write('linh', 'odile');
		$this->write('noe', 'odile');
		self::assertSame([[], []], [$this->bell('odile'), $this->mailsTo('odile')]);
		$this->runMails();
		self::assertSame([], $this->mailsTo('odile'), 'it is not the next morning');
		$this->morning();
		$mails = $this->mailsTo('odile');
		self::assertCount(1, $mails);
		self::assertSame("Réseau : Linh vous a écrit, et 1 autre chose", strtr($mails[0]['subject'], ["\u{a0}" => ' ']));
		foreach (['Linh vous a écrit', 'Noe vous a écrit', "/apps/reseau/messages/$first"] as $text) {
			self::assertStringContainsString($text, $mails[0]['plain']);
			self::assertStringContainsString($text, $mails[0]['html']);
		}
		foreach (['linh@example.org', 'noe@example.org', 'grange'] as $text) {
			self::assertStringNotContainsString($text, $mails[0]['plain'] . $mails[0]['html']);
		}
		self::assertSame([], $this->waiting());
		$this->morning();
		self::assertCount(1, $this->mailsTo('odile'), 'it was in the mail');
		self::assertSame([], $this->bell('odile'));
	}

	public function testWhatIsSettledByThenIsLeftOut(): void {
		$this->person('noe');
		$read = $this->write('linh', 'odile');
		$message = $this->data('GET', "/conversations/$read", 'odile')['messages'][0]['id'];
		$this->data('PUT', "/conversations/$read/read", 'odile', ['upTo' => $message]);
		self::assertSame([], $this->waiting(), 'read: withdrawn immediately');
		$muted = $this->write('noe', 'odile');
		$this->data('PUT', "/conversations/$muted/mute", 'odile', ['muted' => true]);
		$this->morning();
		self::assertSame([], $this->mailsTo('odile'), 'nothing is left to say');
		self::assertSame([], $this->waiting());
	}

	public function testAHiddenPersonIsNotNamed(): void {
		$this->write('linh', 'odile');
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		$this->morning();
		$mail = $this->mailsTo('odile')[0];
		self::assertStringContainsString('Quelqu’un vous a écrit', $mail['plain']);
		self::assertStringNotContainsString('Linh', $mail['plain'] . $mail['html'] . $mail['subject']);
	}

	public function testATitleIsNoLinkAndNoHtml(): void {
		$this->data('PUT', '/members/me', 'linh', ['name' => '<b>Linh</b> www.example.org', 'version' => $this->cards['linh']['version']]);
		$this->write('linh', 'odile');
		$this->morning();
		$mail = $this->mailsTo('odile')[0];
		self::assertStringNotContainsString('www.example.org', $mail['plain'] . $mail['html']);
		self::assertStringNotContainsString('<b>', $mail['html']);
		self::assertStringContainsString('&lt;b&gt;Linh', $mail['html']);
	}

	/** @return iterable<string, array{string, string, array<string, int>}> zone, when it happens, mails that were sent by then */
	public static function clocks(): iterable {
		yield 'Paris, in the morning' => ['Europe/Paris', '2026-11-24 22:30 UTC', ['2026-11-25 05:59 UTC' => 0, '2026-11-25 06:01 UTC' => 1, '2026-11-26 12:00 UTC' => 1]];
		yield 'Nouméa' => ['Pacific/Noumea', '2026-11-24 19:00 UTC', ['2026-11-24 19:59 UTC' => 0, '2026-11-24 20:01 UTC' => 1, '2026-11-25 20:01 UTC' => 1]];
		yield 'nothing at night, after a run was missed' => ['Europe/Paris', '2026-11-24 05:00 UTC', ['2026-11-24 20:01 UTC' => 0, '2026-11-25 05:30 UTC' => 0, '2026-11-25 06:30 UTC' => 1]];
		yield 'clocks go forward at midnight' => ['America/Havana', '2026-03-07 22:00 -05:00', ['2026-03-08 06:59 -04:00' => 0, '2026-03-08 07:01 -04:00' => 1, '2026-03-08 20:00 -04:00' => 1]];
		yield 'clocks go back at midnight' => ['America/Havana', '2026-10-31 22:00 -04:00', ['2026-11-01 00:30 -04:00' => 0, '2026-11-01 00:30 -05:00' => 0, '2026-11-01 07:01 -05:00' => 1, '2026-11-01 12:00 -05:00' => 1]];
	}

	/** @param array<string, int> $expected */
	#[DataProvider('clocks')]
	public function testItComesInTheMorningOfTheAccount(string $zone, string $happens, array $expected): void {
		$this->zone('odile', $zone);
		$this->at($happens);
		$this->write('linh', 'odile');
		foreach ($expected as $time => $count) {
			$this->at($time);
			$this->runMails();
			$this->runMails();
			self::assertCount($count, $this->mailsTo('odile'), $time);
		}
	}

	public function testAJourneyBringsNoSecondMailOfTheDay(): void {
		$this->person('noe');
		$this->zone('odile', 'Pacific/Noumea');
		$this->at('2026-11-24 12:00 UTC');
		$this->write('linh', 'odile');
		$this->at('2026-11-24 21:00 UTC');
		$this->runMails();
		self::assertCount(1, $this->mailsTo('odile'), 'it is the 25th there');
		$this->zone('odile', 'Europe/Paris');
		$this->write('noe', 'odile');
		$this->at('2026-11-25 12:00 UTC');
		$this->runMails();
		self::assertCount(1, $this->mailsTo('odile'), 'the 25th again');
		$this->at('2026-11-26 06:01 UTC');
		$this->runMails();
		self::assertCount(2, $this->mailsTo('odile'));
	}

	public function testARefusedAddressKeepsNoOtherMailAndLosesNothing(): void {
		$this->choose('linh', Kind::Message, Timing::Daily);
		$this->person('noe');
		$this->write('noe', 'odile');
		$this->write('noe', 'linh');
		$this->morning($this->mailer(['odile@example.org']));
		self::assertSame([0, 1], [count($this->mailsTo('odile')), count($this->mailsTo('linh'))]);
		self::assertSame(['odile'], array_column($this->waiting(), 'uid'));
		$this->runMails($this->mailer(['odile@example.org'], throws: true));
		$this->runMails();
		$this->runMails();
		self::assertSame([1, 1], [count($this->mailsTo('odile')), count($this->mailsTo('linh'))], 'tried again, and once');
	}

	public function testWhatCannotBeMailedForDaysComesAsANotification(): void {
		$this->write('linh', 'odile');
		for ($day = 1; $day <= 3; $day++) {
			self::assertSame([], $this->bell('odile'));
			$this->morning($this->mailer(['odile@example.org'], throws: true));
		}
		$this->morning($this->mailer(['odile@example.org']));
		self::assertSame(['Linh vous a écrit'], $this->bell('odile'));
		$this->morning();
		self::assertSame([], $this->mailsTo('odile'));
	}

	/** The job is killed before or after a mail is out, again and again: nobody gets a mail twice, and who got none gets a notification. */
	public function testAKilledRunSendsNothingTwiceAndLosesNothing(): void {
		$state = sys_get_temp_dir() . '/reseau-killed-' . bin2hex(random_bytes(4));
		$open = static function (string $time) use ($state): Kernel {
			$kernel = new Kernel(dirname(__DIR__, 3), $state, "sqlite:///$state/killed.sqlite");
			$kernel->clock->stopAt((int)strtotime($time));
			return $kernel;
		};
		mkdir("$state/mail", 0700, true);
		$this->kernel = $open('2026-11-24 12:00 UTC');
		$this->kernel->reset();
		$people = array_map(static fn (int $i): string => "p$i", range(1, 12));
		array_map($this->person(...), ['linh', ...$people]);
		foreach ($people as $uid) {
			$this->choose($uid, Kind::Message, Timing::Daily);
			$this->write('linh', $uid);
			// Above all limits of messages.
			$this->kernel->resetLimits();
		}
		mt_srand(7);
		$kills = 0;
		do {
			[$after, $sent] = [mt_rand(1, 4), mt_rand(0, 1) === 1];
			$child = pcntl_fork();
			if ($child === 0) {
				$kernel = $open('2026-11-25 12:00 UTC');
				$kernel->runJob(DailyMailJob::class, [new FaultyMailer($kernel, "$state/mail", killsAfter: $after, sendsLast: $sent)]);
				posix_kill(getmypid(), SIGTERM);
				sleep(5);
			}
			pcntl_waitpid($child, $status);
			$signal = pcntl_wtermsig($status);
			$kills += $signal === SIGKILL ? 1 : 0;
		} while ($signal === SIGKILL);
		self::assertSame(SIGTERM, $signal);
		self::assertGreaterThan(2, $kills);

		$this->kernel = $open('2026-11-26 12:00 UTC');
		$this->runMails();
		$unmailed = 0;
		foreach ($people as $uid) {
			self::assertLessThanOrEqual(1, count($this->mailsTo($uid)), "$uid got it twice");
			self::assertNotSame([0, []], [count($this->mailsTo($uid)), $this->bell($uid)], "$uid got nothing");
			$unmailed += $this->mailsTo($uid) === [] ? 1 : 0;
		}
		self::assertLessThan(12, $unmailed);
		self::assertSame([], $this->waiting());
		array_map(unlink(...), [...glob("$state/mail/*"), ...glob("$state/*.*")]);
		array_map(rmdir(...), ["$state/mail", $state]);
	}

	/** Another run may be at it. */
	public function testLinesOfTodaysMailAreLeftToTheRunThatSendsIt(): void {
		$this->write('linh', 'odile');
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE *PREFIX*reseau_waiting SET mailed_on = '2026-11-25'");
		$this->morning();
		self::assertSame([[], [], 1], [$this->mailsTo('odile'), $this->bell('odile'), count($this->waiting())]);
	}

	public function testWhatComesWhileAMailIsSentIsInTheNext(): void {
		$conversation = $this->write('linh', 'odile');
		$again = fn () => $this->kernel->get(Notifications::class)->send(Kind::Message, MessageNotifications::MESSAGE, MessageNotifications::MESSAGE, (string)$conversation, 'odile');
		$this->morning($this->mailer([], meanwhile: $again));
		self::assertCount(1, $this->waiting());
		$this->morning();
		self::assertCount(2, $this->mailsTo('odile'));
	}

	public function testWithoutAnAddressItIsANotification(): void {
		$this->person('noe', '');
		$this->choose('noe', Kind::Message, Timing::Daily);
		self::assertSame([false, 'daily'], [$this->data('GET', '/notified', 'noe')['address'], $this->data('GET', '/notified', 'noe')['choices']['message']]);
		$this->write('linh', 'noe');
		self::assertSame(['Linh vous a écrit'], $this->bell('noe'));
		// It goes while something waits.
		$this->write('linh', 'odile');
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('');
		$this->morning();
		self::assertSame(['Linh vous a écrit'], $this->bell('odile'));
		self::assertSame([], $this->waiting());
	}

	public function testALongListContinuesTheNextDay(): void {
		$notifications = $this->kernel->get(Notifications::class);
		$conversation = $this->write('linh', 'odile');
		for ($i = 0; $i < 40; $i++) {
			$notifications->send(Kind::Message, MessageNotifications::MESSAGE, MessageNotifications::MESSAGE, str_repeat('0', $i + 1) . $conversation, 'odile');
		}
		$this->morning();
		self::assertSame(40, substr_count($this->mailsTo('odile')[0]['plain'], 'Linh vous a écrit'));
		self::assertCount(1, $this->waiting());
		$this->morning();
		self::assertCount(2, $this->mailsTo('odile'));
	}

	public function testDisabledAndDeletedAccountsGetNone(): void {
		$this->write('linh', 'odile');
		$this->kernel->get(IUserManager::class)->get('odile')?->setEnabled(false);
		$this->morning();
		self::assertSame([[], 1], [$this->mailsTo('odile'), count($this->waiting())]);
		$this->kernel->get(IUserManager::class)->get('odile')?->setEnabled(true);
		$this->runMails();
		self::assertCount(1, $this->mailsTo('odile'));
		$this->write('linh', 'odile', 'Et le four ?');
		$this->kernel->get(IUserManager::class)->get('odile')?->delete();
		$kept = $this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM *PREFIX*reseau_daily_mails')->fetchOne();
		self::assertSame([[], 0], [$this->waiting(), (int)$kept]);
	}

	public function testAnAccountThatMayNotUseTheAppGetsNone(): void {
		$this->write('linh', 'odile');
		$this->enableAppFor('linh');
		$this->morning();
		self::assertSame([[], 1], [$this->mailsTo('odile'), count($this->waiting())]);
	}

	/** @param list<string> $refused addresses */
	private function mailer(array $refused, bool $throws = false, ?Closure $meanwhile = null): FaultyMailer {
		return new FaultyMailer($this->kernel, (new ReflectionProperty(Mailer::class, 'folder'))->getValue($this->kernel->get(Mailer::class)), $refused, $throws, $meanwhile);
	}
}
