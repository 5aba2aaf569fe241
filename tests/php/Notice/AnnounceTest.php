<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Integration\NoticesJob;
use OCA\Reseau\Matching\AnnouncedMapper;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** People are notified of notices near them, on their themes, or that what they offer fits: in the daily mail, and of one urgent need a day without waiting. */
#[Group('databases')]
class AnnounceTest extends NoticeTestCase {
	private const LIMOUX = ['code' => '11206', 'kind' => 'commune', 'name' => ''];
	private const NEED = ['kind' => 'need', 'title' => 'Des bras pour cueillir les pommes'];
	private const URGENT = self::NEED + ['neededBy' => '2026-11-28'];
	private const OFFER = [['text' => 'Je cueille des fruits et je fais du jus', 'terms' => []]];

	/** @param array<string, mixed> $parts */
	private function edit(string $uid, array $parts): void {
		$this->data('PUT', '/members/me', $uid, $parts + ['version' => $this->data('GET', "/members/{$this->cards[$uid]}", $uid)['version']]);
	}

	private function helps(string $uid, string $audience = 'members'): void {
		$this->edit($uid, ['offers' => self::OFFER, 'audience' => ['offers' => $audience]]);
	}

	private function runJob(object ...$instead): void {
		$this->kernel->runJob(DailyMailJob::class, array_values($instead));
	}

	/** The next day at noon, UTC: in the morning the mail is sent of what waits, and then notices are looked for. */
	private function nextDay(): void {
		$this->days(1);
		$this->runJob();
	}

	/** @return list<array{string, int}> account and notice of what waits for daily mails */
	private function waiting(): array {
		return array_map(
			static fn (array $row): array => [(string)$row['uid'], (int)$row['object_id']],
			$this->kernel->get(IDBConnection::class)->executeQuery("SELECT uid, object_id FROM *PREFIX*reseau_waiting WHERE kind = 'near' ORDER BY uid, object_id")->fetchAll(),
		);
	}

	/** @return list<string> */
	private function mailsTo(string $uid): array {
		return array_column(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$uid@example.org"])), 'plain');
	}

	private function choose(string $uid, Timing $timing): void {
		$this->data('PUT', '/notified', $uid, ['kind' => Kind::Near->value, 'timing' => $timing->value]);
	}

	public function testNearAndOnOnesThemesInTheDailyMailOnce(): void {
		$this->edit('zohra', ['territories' => [self::LIMOUX], 'seeks' => [['text' => 'Semer', 'terms' => ['permaculture']]]]);
		$near = $this->publish('odile', ['title' => 'Près', 'territories' => [self::LIMOUX], 'mode' => 'gift'])['id'];
		$theme = $this->publish('odile', ['title' => 'Au thème', 'terms' => ['permaculture']])['id'];
		$this->publish('odile', ['title' => 'Ailleurs et autre chose']);
		$this->publish('zohra', ['title' => 'La mienne', 'territories' => [self::LIMOUX]]);
		$this->runJob();
		self::assertSame([['zohra', $near], ['zohra', $theme]], $this->waiting());
		self::assertSame([], $this->notified('zohra'));
		$this->nextDay();
		$plain = self::plainSpaces($this->mailsTo('zohra')[0]);
		self::assertStringContainsString('Une annonce près de chez vous : « Près »', $plain);
		self::assertStringContainsString('Offre · Don · Limoux · Odile Marcenac', $plain);
		self::assertStringContainsString('Une annonce sur vos thèmes : « Au thème »', $plain);
		self::assertStringContainsString("/apps/reseau/notices/$near", $plain);
		foreach (range(1, 3) as $_) {
			$this->nextDay();
		}
		self::assertSame([[], 1], [$this->waiting(), count($this->mailsTo('zohra'))]);
		self::assertSame([[], []], [$this->mailsTo('yamina'), $this->mailsTo('odile')], 'nothing is near them');
	}

	public function testAFewADayTheNewestFirstAndNoOldOnes(): void {
		$this->edit('zohra', ['territories' => [self::LIMOUX]]);
		$ids = array_map(fn (int $n): int => $this->publish($n < 3 ? 'odile' : 'yamina', ['title' => "Annonce $n", 'territories' => [self::LIMOUX]])['id'], range(1, 5));
		$this->runJob();
		self::assertSame(array_slice($ids, 2), array_column($this->waiting(), 1));
		$this->runJob();
		self::assertCount(3, $this->waiting(), 'one round a day');
		$this->nextDay();
		self::assertSame(array_slice($ids, 0, 2), array_column($this->waiting(), 1), 'the others follow the next day');
		$this->edit('fanny', ['territories' => [self::LIMOUX]]);
		$this->days(14);
		$this->runJob();
		self::assertSame([], array_filter($this->waiting(), static fn (array $one): bool => $one[0] === 'fanny'), 'they are no news any more');
	}

	public function testAnUrgentNeedThatAnOfferFitsDoesNotWait(): void {
		$this->helps('zohra');
		$id = $this->publish('odile', self::URGENT)['id'];
		$this->runJob();
		self::assertSame(['You could help: “Des bras pour cueillir les pommes”'], $this->notified('zohra'));
		self::assertSame([], $this->waiting());
		$message = $this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', 'zohra')->data()[0];
		self::assertStringEndsWith("/apps/reseau/notices/$id", $message['link']);
		self::assertStringContainsString('Odile Marcenac cherche « Des bras pour cueillir les pommes » — vous offrez « Je cueille des fruits et je fais du jus ».', self::plainSpaces($message['message']));
		self::assertStringContainsString('urgent : d’ici 4 jours (28 novembre 2026)', self::plainSpaces($message['message']));
		$second = $this->publish('yamina', ['title' => 'Des bras pour cueillir nos pommes'] + self::URGENT)['id'];
		$this->runJob();
		self::assertCount(1, $this->notified('zohra'), 'one a day');
		$this->nextDay();
		self::assertCount(2, $this->notified('zohra'));
		$this->nextDay();
		self::assertSame([[], []], [$this->waiting(), $this->mailsTo('zohra')], 'nothing is announced twice');
		self::assertSame([['zohra', $id], ['zohra', $second]], $this->announced());
		self::assertSame([[], [], [], []], [$this->notified('odile'), $this->notified('yamina'), $this->notified('fanny'), $this->notified('peire')]);
	}

	public function testWhatIsUrgentAndNoSureFitWaitsForTheMail(): void {
		$this->edit('zohra', ['territories' => [self::LIMOUX], 'offers' => [['text' => 'Accorder les pianos', 'terms' => []]], 'audience' => ['offers' => 'members']]);
		$this->helps('fanny');
		$id = $this->publish('odile', ['territories' => [self::LIMOUX]] + self::URGENT)['id'];
		$later = $this->publish('yamina', ['neededBy' => '2026-12-02'] + self::NEED)['id'];
		$this->days(0);
		$this->runJob();
		self::assertSame([[], ['You could help: “Des bras pour cueillir les pommes”']], [$this->notified('zohra'), $this->notified('fanny')]);
		self::assertSame([['fanny', $later], ['zohra', $id]], $this->waiting(), 'in eight days is not urgent');
	}

	public function testOffersThatOthersDoNotSeeFindNobodyWithoutWaiting(): void {
		$this->helps('zohra', 'me');
		$id = $this->publish('odile', self::URGENT)['id'];
		$this->runJob();
		self::assertSame([[], [['zohra', $id]]], [$this->notified('zohra'), $this->waiting()], 'her own card is hers to read: it is in her mail');
	}

	/** @return iterable<string, array{callable(self, int): void}> */
	public static function reasonsNotTo(): iterable {
		yield 'it is for the people of a group' => [static fn (self $test, int $id) => $test->data('PUT', "/notices/$id", 'odile', ['groupId' => $test->group, 'audience' => 'group', 'version' => $test->read('odile', $id)['version']])];
		yield 'it is done' => [static fn (self $test, int $id) => $test->data('PUT', "/notices/$id/closing", 'odile', [])];
		yield 'it has ended' => [static fn (self $test, int $id) => $test->data('POST', "/notices/$id/end", 'odile')];
		yield 'it is deleted' => [static fn (self $test, int $id) => $test->data('DELETE', "/notices/$id", 'odile')];
		yield 'its last day is over, and no job has ended it' => [static function (self $test, int $id): void {
			$test->kernel->get(IDBConnection::class)->executeStatement("UPDATE *PREFIX*reseau_notices SET until_day = '2026-11-23' WHERE id = $id");
		}];
		yield 'its author pauses' => [static fn (self $test, int $id) => $test->setStatus('odile', 'odile', 'paused')];
		yield 'its author withdrew' => [static fn (self $test, int $id) => $test->setStatus('odile', 'odile', 'withdrawn')];
		yield 'the reader pauses' => [static fn (self $test, int $id) => $test->setStatus('zohra', 'zohra', 'paused')];
		yield 'the reader declined its author' => [static fn (self $test, int $id) => $test->data('POST', "/matches/{$test->cards['odile']}/decline", 'zohra', [])];
		yield 'the reader wants none' => [static fn (self $test, int $id) => $test->choose('zohra', Timing::Never)];
		yield 'the reader no longer offers it, and lives elsewhere' => [static fn (self $test, int $id) => $test->edit('zohra', ['offers' => [], 'territories' => []])];
	}

	/** @param callable(self, int): void $happens */
	#[DataProvider('reasonsNotTo')]
	public function testWhoIsNotNotified(callable $happens): void {
		$this->helps('zohra');
		$this->edit('zohra', ['territories' => [self::LIMOUX]]);
		$id = $this->publish('odile', ['territories' => [self::LIMOUX]] + self::URGENT)['id'];
		$happens($this, $id);
		$this->runJob();
		self::assertSame([[], []], [$this->notified('zohra'), $this->waiting()]);
		$this->nextDay();
		self::assertSame([], $this->mailsTo('zohra'));
	}

	/** @param callable(self, int): void $happens */
	#[DataProvider('reasonsNotTo')]
	public function testWhatWasSentSaysNothingAnyMore(callable $happens): void {
		$this->helps('zohra');
		$this->edit('zohra', ['territories' => [self::LIMOUX]]);
		$this->publish('yamina', self::URGENT);
		$id = $this->publish('odile', ['territories' => [self::LIMOUX]] + self::URGENT)['id'];
		$this->runJob();
		self::assertSame([['zohra', $id]], $this->waiting(), 'the first one did not wait, this one does');
		$happens($this, $id);
		$this->nextDay();
		foreach ($this->mailsTo('zohra') as $plain) {
			self::assertStringNotContainsString("/notices/$id", $plain);
		}
	}

	public function testANotificationOfWhatIsHiddenByNowIsDismissed(): void {
		$this->helps('zohra');
		$this->publish('odile', self::URGENT);
		$this->runJob();
		self::assertCount(1, $this->notified('zohra'));
		$this->setStatus('odile', 'odile', 'paused');
		self::assertSame([], $this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', 'zohra')->data());
	}

	public function testTheKeeperOfTheAuthorAndPeopleWithoutAnAccountAreNotNotified(): void {
		$this->helps('peire');
		$this->edit('peire', ['territories' => [self::LIMOUX]]);
		$version = $this->data('GET', "/members/{$this->cards['jeanne']}", 'peire')['version'];
		$this->data('PUT', "/members/{$this->cards['jeanne']}", 'peire', ['offers' => self::OFFER, 'territories' => [self::LIMOUX], 'audience' => ['offers' => 'members'], 'version' => $version]);
		$this->publish('peire', ['memberId' => $this->cards['jeanne'], 'territories' => [self::LIMOUX]] + self::URGENT);
		$this->runJob();
		self::assertSame([[], []], [$this->notified('peire'), $this->waiting()]);
		$this->publish('odile', self::URGENT);
		$this->runJob();
		self::assertCount(1, $this->notified('peire'));
	}

	public function testPeopleOfTheGroupAreNotified(): void {
		$this->helps('yamina');
		$this->helps('zohra');
		$this->publish('odile', ['groupId' => $this->group, 'audience' => 'group'] + self::URGENT);
		$this->runJob();
		self::assertSame([1, 0], [count($this->notified('yamina')), count($this->notified('zohra'))]);
	}

	/** Stored before it is sent: a run that ends in between, and a run at the same moment. */
	public function testNobodyIsNotifiedTwice(): void {
		$this->helps('zohra');
		$this->edit('zohra', ['territories' => [self::LIMOUX]]);
		$this->edit('fanny', ['territories' => [self::LIMOUX]]);
		$id = $this->publish('odile', ['territories' => [self::LIMOUX]] + self::URGENT)['id'];
		$announced = $this->kernel->get(AnnouncedMapper::class);
		$now = $this->kernel->clock->getTime();
		self::assertTrue($announced->add($this->cards['zohra'], $id, $now, '2026-11-24'));
		self::assertTrue($announced->add($this->cards['fanny'], $id, $now));
		self::assertFalse($announced->add($this->cards['fanny'], $id, $now), 'the other run is too late');
		$this->runJob();
		self::assertSame([[], []], [$this->notified('zohra'), $this->waiting()]);
		$other = $this->publish('odile', ['title' => 'Des bras pour cueillir nos pommes'] + self::URGENT)['id'];
		self::assertFalse($announced->add($this->cards['zohra'], $other, $now, '2026-11-24'), 'two urgent ones at the same moment');
		self::assertTrue($announced->add($this->cards['fanny'], $other, $now, '2026-11-24'), 'each person has their own day');
	}

	public function testWhatCouldNotBeSentIsTriedAgain(): void {
		$this->helps('zohra');
		$this->publish('odile', self::URGENT);
		$this->runJob(new class extends Notifications {
			public function __construct() {
			}

			public function send(Kind $kind, string $subject, string $type, string $id, string $uid, bool $again = false, bool $soon = false): bool {
				return false;
			}
		});
		self::assertSame([[], []], [$this->notified('zohra'), $this->announced()]);
		$this->runJob();
		self::assertCount(1, $this->notified('zohra'));
	}

	public function testWhatWasAnnouncedLeavesWithItsNoticeAndItsPeople(): void {
		$this->helps('zohra');
		$this->helps('fanny');
		$id = $this->publish('odile', self::URGENT)['id'];
		$this->runJob();
		self::assertSame([['fanny', $id], ['zohra', $id]], $this->announced());
		$this->data('DELETE', '/members/me', 'zohra');
		self::assertSame([['fanny', $id]], $this->announced());
		$this->data('DELETE', "/notices/$id", 'odile');
		self::assertSame([], $this->announced());
		$this->publish('odile', self::URGENT);
		$this->runJob();
		$this->days(16);
		$this->runJob();
		self::assertSame([], $this->announced(), 'nothing of that time is announced any more');
	}

	public function testWhatIsNeededByADayEndsThen(): void {
		$id = $this->publish('odile', self::URGENT)['id'];
		self::assertSame('2026-11-28', $this->read('odile', $id)['until']);
		$change = fn (array $words): array => $this->data('PUT', "/notices/$id", 'odile', $words + ['version' => $this->read('odile', $id)['version']]);
		self::assertSame('2026-12-10', $change(['neededBy' => '2026-12-10'])['until']);
		self::assertSame('2026-12-10', $change(['until' => '2026-12-24'])['until']);
		self::assertSame('2027-01-23', $change(['neededBy' => null])['until'], 'as a notice without a day');
		self::assertSame('2027-05-23', $change(['neededBy' => '2028-01-01'])['until'], 'no longer than any other');
		$change(['neededBy' => '2026-11-28']);
		$this->data('POST', "/notices/$id/renewal", 'odile', ['until' => '2026-12-31']);
		self::assertSame('2026-11-28', $this->read('odile', $id)['until']);
		$this->days(4);
		$this->kernel->runJob(NoticesJob::class);
		self::assertSame('open', $this->read('zohra', $id)['state'], 'the day belongs to it');
		$this->days(1);
		$this->kernel->runJob(NoticesJob::class);
		self::assertSame('ended', $this->read('zohra', $id)['state']);
		self::assertSame([[], []], [$this->mailsTo('odile'), $this->notified('odile')], 'its author gave the day, and is not asked');
		$this->data('POST', "/notices/$id/renewal", 'odile');
		self::assertSame(['open', '2027-01-28', '2026-11-28'], [$this->read('odile', $id)['state'], $this->read('odile', $id)['until'], $this->read('odile', $id)['neededBy']], 'still needed after that day');
	}

	public function testHomeShowsWhatIsUrgentNearFirstAndWhatOffersFit(): void {
		$this->edit('zohra', ['territories' => [self::LIMOUX], 'seeks' => [['text' => 'Semer', 'terms' => ['permaculture']]]]);
		$this->helps('zohra');
		$this->publish('odile', ['title' => 'Urgent et près', 'kind' => 'need', 'neededBy' => '2026-11-25', 'territories' => [self::LIMOUX]]);
		$this->publish('odile', ['title' => 'Les deux', 'territories' => [self::LIMOUX], 'terms' => ['permaculture']]);
		$fits = $this->publish('odile', self::NEED)['id'];
		foreach (range(1, 9) as $n) {
			$this->publish('yamina', ['title' => "Plus récente $n", 'territories' => [self::LIMOUX]]);
		}
		$this->publish('odile', ['title' => 'Bicyclettes', 'kind' => 'need']);
		$shown = $this->data('GET', '/home', 'zohra')['notices'];
		self::assertSame(['Urgent et près' => 'near', 'Des bras pour cueillir les pommes' => 'offers', 'Les deux' => 'both'], array_column($shown, 'reason', 'title'));
		self::assertSame(['urgent : d’ici demain', 'Besoin · Limoux'], [self::plainSpaces($shown[0]['urgent']), $shown[0]['line']]);
		self::assertArrayNotHasKey('urgent', $shown[1]);
		$this->data('PUT', "/notices/$fits", 'odile', ['neededBy' => '2026-12-20', 'version' => 1]);
		self::assertSame('Besoin · au plus tard le 20 décembre 2026', self::plainSpaces($this->data('GET', '/home', 'zohra')['notices'][1]['line']));
		$this->data('PUT', "/notices/$fits", 'odile', ['neededBy' => '2026-11-24', 'version' => 2]);
		self::assertSame([$fits, 'urgent : pour aujourd’hui'], [$this->data('GET', '/home', 'zohra')['notices'][0]['id'], self::plainSpaces($this->data('GET', '/home', 'zohra')['notices'][0]['urgent'])]);
		$page = $this->kernel->request('GET', '/index.php/apps/reseau/', 'zohra')->body;
		self::assertMatchesRegularExpression('~Des bras pour cueillir les pommes</a><p class="home-notices__urgent">urgent.: pour aujourd’hui</p><p class="ui-hint" dir="auto">Besoin · Odile Marcenac · ce que vous offrez pourrait aider~u', $page);
	}

	public function testHomeReadsAsFewStatementsForManyNotices(): void {
		$this->edit('zohra', ['territories' => [self::LIMOUX]]);
		$this->helps('zohra');
		$publish = fn (string $uid, int $n): array => $this->publish($uid, ['title' => "Des bras pour cueillir les pommes $n", 'territories' => [self::LIMOUX]] + self::URGENT);
		$reads = fn (): int => $this->countReads('reseau_(notices|facets|subjects)', fn () => $this->data('GET', '/home', 'zohra'));
		$publish('odile', 0);
		$few = $reads();
		foreach (range(1, 8) as $n) {
			$publish($n % 2 === 0 ? 'odile' : 'yamina', $n);
		}
		self::assertSame($few, $reads());
	}

	/** @return list<array{string, int}> account and notice of what was announced */
	private function announced(): array {
		$uids = array_flip($this->cards);
		$rows = array_map(
			static fn (array $row): array => [$uids[(int)$row['member_id']], (int)$row['notice_id']],
			$this->kernel->get(IDBConnection::class)->executeQuery('SELECT member_id, notice_id FROM *PREFIX*reseau_announced')->fetchAll(),
		);
		sort($rows);
		return $rows;
	}
}
