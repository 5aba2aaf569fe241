<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Integration\StillTrueJob;
use OCA\Reseau\Member\Card\KeptMapper;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Export\NetworkExport;
use OCA\Reseau\Migration\Version000300Date20261128004000;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Migration\IOutput;
use OCP\Notification\INotification;
use PHPUnit\Framework\Attributes\Group;
use RuntimeException;
use Sandbox\Service\Notifications;
use Sandbox\Service\Store;

/** Once a year keepers are asked whether cards are still true: in the daily mail or by notification, once, with one reminder. */
#[Group('databases')]
class YearlyQuestionTest extends NetworkTestCase {
	private const DAY = 86400;
	private const YEAR = 366 * self::DAY;
	private const NOTIFICATIONS = '/ocs/v2.php/apps/notifications/api/v2/notifications';

	public function testAPersonIsAskedInTheirLanguageOnceAndRemindedOnce(): void {
		$this->person('odile');
		$card = $this->card('odile');
		$this->runJob();
		self::assertSame([], $this->bell('odile'));

		$this->later(self::YEAR);
		$this->runJob();
		$this->runJob();
		$asked = $this->bell('odile');
		self::assertCount(1, $asked);
		self::assertSame(["Votre fiche est-elle toujours à jour\u{a0}?", 'card', (string)$card['id']], [$asked[0]['subject'], $asked[0]['object_type'], $asked[0]['object_id']]);
		self::assertSame([['Oui, toujours à jour', 'POST'], ['Relire ma fiche', 'WEB']], array_map(static fn (array $action): array => [$action['label'], $action['type']], $asked[0]['actions']));
		$this->later(40 * self::DAY);
		$this->runJob();
		self::assertCount(1, $this->bell('odile'), 'one reminder in the place of the question');
	}

	public function testItIsInTheDailyMailOnceWithOneReminder(): void {
		$this->person('odile', 'odile@example.org');
		$this->card('odile');
		$this->later(self::YEAR);
		$this->runJob();
		$this->runMails();
		$mails = $this->kernel->mails();
		self::assertSame([[], 1], [$this->bell('odile'), count($mails)]);
		self::assertSame(['odile@example.org' => 'Odile'], $mails[0]['to']);
		self::assertSame("Réseau\u{a0}: Votre fiche est-elle toujours à jour\u{a0}?", $mails[0]['subject']);
		self::assertStringContainsString('/apps/reseau/me', $mails[0]['plain']);

		// A month of silence, one reminder, silence until next year.
		for ($day = 0; $day < 200; $day += 10) {
			$this->later(9 * self::DAY);
			$this->runJob();
			$this->runMails();
		}
		self::assertCount(2, $this->kernel->mails());
		$this->later(200 * self::DAY);
		$this->runJob();
		$this->runMails();
		self::assertCount(3, $this->kernel->mails());
	}

	public function testItIsAskedInEnglishToo(): void {
		$this->kernel->createUser('ada', 'Ada', language: 'en')->setEMailAddress('ada@example.org');
		$this->card('ada');
		$this->later(self::YEAR);
		$this->runJob();
		$this->runMails();
		self::assertSame('Réseau: Is your card still true?', $this->kernel->mails()[0]['subject']);
	}

	public function testPeopleWhoAnsweredGetNoMail(): void {
		$this->person('odile', 'odile@example.org');
		$card = $this->card('odile');
		$this->later(self::YEAR);
		$this->runJob();
		$this->data('POST', "/members/{$card['id']}/confirm", 'odile', []);
		$this->runMails();
		self::assertSame([], $this->kernel->mails());
	}

	public function testPeopleWhoWantedNoMailGetANotificationAfterTheUpgrade(): void {
		$this->person('odile', 'odile@example.org');
		$this->card('odile');
		$config = $this->kernel->get(IConfig::class);
		$config->setUserValue('odile', 'reseau', 'no_yearly_mail', '1');
		$this->kernel->get(Version000300Date20261128004000::class)->postSchemaChange($this->createStub(IOutput::class), static fn (): null => null, []);
		self::assertSame('', $config->getUserValue('odile', 'reseau', 'no_yearly_mail'));
		$this->later(self::YEAR);
		$this->runJob();
		$this->runMails();
		self::assertSame([1, []], [count($this->bell('odile')), $this->kernel->mails()]);
	}

	public function testTheNotificationIsAnsweredByARequest(): void {
		$this->person('odile');
		$before = $this->card('odile', ['drives' => 'Le vent']);
		$order = array_column($this->data('GET', '/members', 'odile', ['sort' => 'recent'])['members'], 'id');
		$this->later(self::YEAR);
		$this->runJob();
		$link = (string)parse_url($this->bell('odile')[0]['actions'][0]['link'], PHP_URL_PATH);
		self::assertSame(405, $this->kernel->request('GET', $link, 'odile')->status);
		self::assertSame(412, $this->kernel->request('POST', $link, 'odile', null, ['OCS-APIRequest' => null])->status);
		self::assertCount(1, $this->bell('odile'));
		self::assertContains(['kind' => 'still_true'], $this->data('GET', '/home', 'odile')['awaits']);
		self::assertTrue($this->data('GET', '/members/me', 'odile')['can']['confirm']);

		self::assertSame(200, $this->kernel->request('POST', $link, 'odile')->status);
		self::assertSame([], $this->rows('odile'), 'gone immediately, before anyone looks');
		$after = $this->data('GET', '/members/me', 'odile');
		self::assertSame(gmdate(DATE_ATOM, $this->kernel->clock->getTime()), $after['confirmed']);
		self::assertFalse($after['can']['confirm']);
		self::assertSame([], $this->data('GET', '/home', 'odile')['awaits']);
		self::assertSame([$before['version'], $before['updated']], [$after['version'], $after['updated']]);
		self::assertSame($order, array_column($this->data('GET', '/members', 'odile', ['sort' => 'recent'])['members'], 'id'));
		// A person editing while it is confirmed elsewhere can continue.
		$this->data('PUT', '/members/me', 'odile', ['drives' => 'La pluie', 'version' => $before['version']]);
		$this->runJob();
		self::assertSame([], $this->rows('odile'));
	}

	public function testOnlyTheKeeperLearnsWhenACardWasConfirmed(): void {
		$this->person('odile');
		$this->person('bob');
		$card = $this->card('odile', ['audience' => ['drives' => 'public'], 'drives' => 'Le vent']);
		$this->assertRefused(403, 'not_yours', 'POST', "/members/{$card['id']}/confirm", 'bob', []);
		self::assertArrayHasKey('confirmed', $this->data('POST', "/members/{$card['id']}/confirm", 'odile', []));
		$seen = $this->data('GET', "/members/{$card['id']}", 'bob');
		self::assertArrayNotHasKey('confirmed', $seen);
		self::assertFalse($seen['can']['confirm']);
		foreach (['visitor', 'member', 'groups'] as $as) {
			$preview = $this->data('GET', "/members/{$card['id']}/preview", 'odile', ['as' => $as]);
			self::assertArrayNotHasKey('confirmed', $preview);
			self::assertFalse($preview['can']['confirm']);
		}
	}

	public function testTheQuestionDisappearsAfterAnyAnswer(): void {
		$answers = [
			'edited' => fn (string $uid, array $card) => $this->data('PUT', '/members/me', $uid, ['drives' => 'x', 'version' => $card['version']]),
			'paused' => fn (string $uid, array $card) => $this->data('PUT', "/members/{$card['id']}/status", $uid, ['status' => 'paused', 'version' => $card['version']]),
			'withdrawn' => fn (string $uid, array $card) => $this->data('PUT', "/members/{$card['id']}/status", $uid, ['status' => 'withdrawn', 'version' => $card['version']]),
			'deleted' => fn (string $uid) => $this->data('DELETE', '/members/me', $uid),
			'confirmed' => fn (string $uid, array $card) => $this->data('POST', "/members/{$card['id']}/confirm", $uid, []),
		];
		$cards = [];
		foreach (array_keys($answers) as $uid) {
			$this->person($uid);
			$cards[$uid] = $this->card($uid);
		}
		$this->later(self::YEAR);
		$this->runJob();
		foreach ($answers as $uid => $answer) {
			self::assertCount(1, $this->rows($uid), $uid);
			$answer($uid, $cards[$uid]);
			self::assertSame([], $this->rows($uid), $uid);
		}
	}

	public function testNobodyIsAskedAboutAHiddenCard(): void {
		foreach (['paused', 'withdrawn', 'disabled', 'kept'] as $uid) {
			$this->person($uid);
		}
		foreach (['paused', 'withdrawn'] as $status) {
			$card = $this->card($status);
			$this->data('PUT', "/members/{$card['id']}/status", $status, ['status' => $status, 'version' => $card['version']]);
		}
		$this->card('disabled');
		$this->kernel->get(IUserManager::class)->get('disabled')?->setEnabled(false);
		$this->data('POST', '/members', 'kept', ['name' => 'Brouillon'], 201);
		$this->later(self::YEAR);
		$this->runJob();
		self::assertSame([], $this->kernel->get(Store::class)->rows('sandbox_notifications'));
		$this->kernel->get(IUserManager::class)->get('disabled')?->setEnabled(true);
		$this->runJob();
		self::assertCount(1, $this->rows('disabled'));
	}

	public function testAFailureAffectsNothingElseAndIsRetried(): void {
		$this->person('peire');
		$card = $this->card('peire');
		$this->later(self::YEAR);
		$this->runJob($this->refusingNotifications());
		self::assertNull($this->member('peire')->getAskedAt());
		$this->runJob();
		self::assertCount(1, $this->bell('peire'));
		// The answer is kept, also where the notification could not be taken back.
		$this->later(self::DAY);
		$this->data('POST', "/members/{$card['id']}/confirm", 'peire', []);
		self::assertSame([], $this->bell('peire'));
	}

	public function testTheKeeperIsAskedOnceForAllTheirCards(): void {
		$this->person('alice');
		$cards = array_map(fn (string $name): array => $this->keptCard('alice', ['name' => $name]), ['Zoé', 'Yvon', 'Xéna']);
		$this->later(20 * self::DAY);
		$this->keptCard('alice', ['name' => 'Abel']);
		$this->later(self::YEAR - 20 * self::DAY);
		$this->runJob();
		self::assertSame(['3 fiches que vous tenez ont plus d’un an.'], array_column($this->bell('alice'), 'subject'));
		self::assertStringEndsWith('/apps/reseau/kept', $this->bell('alice')[0]['actions'][0]['link']);
		self::assertContains(['kind' => 'kept_due', 'count' => 3], $this->data('GET', '/home', 'alice')['awaits']);
		// Those to be asked about come first, and page by page as well.
		$names = [];
		$cursor = '';
		do {
			$page = $this->data('GET', '/members/kept', 'alice', ['limit' => 1, 'cursor' => $cursor]);
			$names[] = $page['members'][0]['name'];
			$cursor = $page['next'];
		} while ($cursor !== null);
		self::assertSame(['Xéna', 'Yvon', 'Zoé', 'Abel'], $names);

		$this->data('POST', "/members/{$cards[0]['id']}/confirm", 'alice', []);
		self::assertSame('2 fiches que vous tenez ont plus d’un an.', $this->bell('alice')[0]['subject']);
		// The next card waits for the reminder.
		$asked = $this->rows('alice')[0]['time'];
		$this->later(25 * self::DAY);
		$this->runJob();
		self::assertSame([$asked], array_column($this->rows('alice'), 'time'));
		$this->later(6 * self::DAY);
		$this->runJob();
		self::assertSame('3 fiches que vous tenez ont plus d’un an.', $this->bell('alice')[0]['subject']);
		self::assertSame([(string)$this->kernel->clock->getTime()], array_map(strval(...), array_column($this->rows('alice'), 'time')));
		foreach (array_slice($this->data('GET', '/members/kept', 'alice')['members'], 0, 3) as $card) {
			self::assertNotSame([], $this->rows('alice'), $card['name']);
			$this->data('POST', "/members/{$card['id']}/confirm", 'alice', []);
		}
		self::assertSame([], $this->rows('alice'));
	}

	public function testTheFacilitatorsTogetherAreAskedAboutCardsNobodyKeeps(): void {
		$this->person('alice');
		$this->facilitator('fanny');
		$this->facilitator('gaston');
		$this->keptCard('fanny', ['name' => 'Zoé']);
		$card = $this->keptCard('alice', ['name' => 'Yvon']);
		$this->data('PUT', "/members/{$card['id']}/steward", 'alice', ['uid' => null]);
		$this->later(self::YEAR);
		$this->runJob();
		self::assertSame(['2 fiches que vous tenez ont plus d’un an.'], array_column($this->bell('fanny'), 'subject'));
		self::assertSame(['1 fiche que vous tenez a plus d’un an.'], array_column($this->bell('gaston'), 'subject'));
		self::assertSame([], $this->bell('alice'));
		$this->data('POST', "/members/{$card['id']}/confirm", 'gaston', []);
		self::assertSame([[], 1], [$this->rows('gaston'), count($this->rows('fanny'))]);
	}

	public function testWithoutFacilitatorsTheAdministratorsAreAsked(): void {
		$this->account('root', ['admin']);
		$this->person('alice');
		$this->keptCard('alice');
		$this->kernel->get(IUserManager::class)->get('alice')?->delete();
		$this->later(self::YEAR);
		$this->runJob();
		self::assertCount(1, $this->bell('root'));
	}

	public function testManyPeopleAreAskedOverSeveralDays(): void {
		$rows = [];
		for ($i = 0; $i < 120; $i++) {
			$this->account("p$i");
			$rows[] = ['id' => "p$i", 'name' => "Personne $i", 'account' => true];
		}
		$this->load($rows);
		$this->runJob();
		self::assertSame(0, $this->asked());
		$this->later(self::YEAR);
		$this->runJob();
		self::assertSame(100, $this->asked());
		$this->later(self::DAY);
		$this->runJob();
		self::assertSame(120, $this->asked());
		self::assertCount(120, $this->kernel->get(Store::class)->rows('sandbox_notifications'));
	}

	public function testDueCardsAreTheSameInSql(): void {
		mt_srand(5);
		$this->account('alice');
		$members = $this->kernel->get(MemberMapper::class);
		$cutoff = StillTrue::yearBefore($this->kernel->clock->getTime());
		$time = static fn (): ?int => [null, $cutoff - 5, $cutoff, $cutoff + 1, $cutoff + 9999][mt_rand(0, 4)];
		$cards = [];
		for ($i = 0; $i < 300; $i++) {
			$card = new Member();
			$card->rename("Nom $i");
			$card->writeCardParts([]);
			$card->writeContactDetails([]);
			$card->writeAudiences([]);
			$card->setStewardUid('alice');
			$card->setStatus(['published', 'published', 'draft', 'paused', 'withdrawn'][mt_rand(0, 4)]);
			$card->setSuspended([null, false, true][mt_rand(0, 2)]);
			$card->setVersion(1);
			$card->setJoined('2025-01-01');
			$card->setCreatedAt($time() ?? $cutoff);
			$card->setUpdatedAt($cutoff);
			$card->setEditedAt($time());
			$card->setConfirmedAt($time());
			$cards[] = $members->insert($card);
		}
		$due = array_values(array_filter($cards, fn (Member $card): bool => StillTrue::isDue($card, $this->kernel->clock->getTime())));
		self::assertGreaterThan(10, count($due));
		$kept = $this->kernel->get(KeptMapper::class);
		$ids = static fn (Member $card): int => $card->ownerId();
		self::assertSame(array_map($ids, $due), array_map($ids, $kept->findDueOf('alice', $cutoff)));
		self::assertSame(count($due), $kept->countDue('alice', false, $cutoff));
	}

	public function testTheDatesAreExportedWithTheNetwork(): void {
		$this->person('odile');
		$this->card('odile');
		$this->load([['id' => 'yvon', 'name' => 'Yvon', 'account' => false, 'consent' => ['date' => '2025-01-01', 'how' => 'Oral']]]);
		$this->later(100 * self::DAY);
		$day = gmdate('Y-m-d', $this->kernel->clock->getTime());
		$card = $this->data('GET', '/members/me', 'odile');
		$this->data('POST', "/members/{$card['id']}/confirm", 'odile', []);
		$rows = array_column($this->kernel->get(NetworkExport::class)->export(), null, 'name');
		self::assertSame($day, $rows['Odile']['confirmed']);
		self::assertArrayNotHasKey('confirmed', $rows['Yvon'], 'nobody has stood for it yet');

		parent::setUp();
		$this->kernel->clock->stopAt((int)strtotime("$day 12:00 UTC"));
		$this->later(300 * self::DAY);
		$this->person('odile');
		$this->load(json_decode(json_encode(array_values($rows), JSON_THROW_ON_ERROR), true));
		self::assertSame("{$day}T12:00:00+00:00", $this->data('GET', '/members/me', 'odile')['confirmed']);
		self::assertSame($day, array_column($this->kernel->get(NetworkExport::class)->export(), null, 'name')['Odile']['confirmed']);
		$this->later(70 * self::DAY);
		$this->runJob();
		self::assertCount(1, $this->bell('odile'), 'a year after it was confirmed, not after it came in');
		$report = $this->kernel->get(ImportFile::class)->loadData([['id' => 'xena', 'name' => 'Xéna', 'confirmed' => 'hier']]);
		self::assertSame(['bad_date confirmed'], array_column($report->rows(), 'why'));
	}

	public function testNoImportOverwritesAConfirmation(): void {
		$this->person('zoe');
		$row = ['id' => 'zoe', 'name' => 'Zoé', 'account' => true, 'drives' => 'Le vent'];
		$this->load([$row]);
		$card = $this->data('GET', '/members/me', 'zoe');
		$this->data('POST', "/members/{$card['id']}/confirm", 'zoe', []);
		$report = $this->kernel->get(ImportFile::class)->loadData([['drives' => 'Autre'] + $row]);
		self::assertSame(['edited_since'], array_column($report->rows(), 'why'));
	}

	public function testTheExportOfAPersonHasTheDateOfTheQuestion(): void {
		$this->person('odile', 'odile@example.org');
		$card = $this->card('odile');
		self::assertSame(['asked' => null, 'reminded' => null], $this->data('GET', "/members/{$card['id']}/export", 'odile')['stillTrue']);
		$this->later(self::YEAR);
		$this->runJob();
		$asked = gmdate(DATE_ATOM, $this->kernel->clock->getTime());
		$this->later(40 * self::DAY);
		$this->runJob();
		$this->data('PUT', '/notified', 'odile', ['kind' => 'still_true', 'timing' => 'never']);
		$data = $this->data('GET', "/members/{$card['id']}/export", 'odile');
		self::assertSame(['asked' => $asked, 'reminded' => gmdate(DATE_ATOM, $this->kernel->clock->getTime())], $data['stillTrue']);
		self::assertSame('never', $data['notified']['still_true']);
	}

	/** Runs the job once, with services in the place of others. */
	private function runJob(object ...$instead): void {
		$this->kernel->runJob(StillTrueJob::class, array_values($instead));
	}

	/** The next morning. */
	private function runMails(): void {
		$this->later(self::DAY);
		$this->kernel->runJob(DailyMailJob::class);
	}

	private function person(string $uid, string $address = ''): void {
		$this->kernel->createUser($uid, ucfirst($uid))->setEMailAddress($address);
	}

	private function later(int $seconds): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $seconds);
	}

	/** @return list<array<string, mixed>> the notifications as an account sees them */
	private function bell(string $uid): array {
		return $this->kernel->request('GET', self::NOTIFICATIONS, $uid)->data();
	}

	/** @return list<array<string, mixed>> the notifications as they are stored */
	private function rows(string $uid): array {
		return $this->kernel->get(Store::class)->rows('sandbox_notifications', ['uid' => $uid]);
	}

	private function member(string $uid): Member {
		return $this->kernel->get(MemberMapper::class)->findByUid($uid) ?? throw new RuntimeException("$uid has no card");
	}

	private function asked(): int {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->select($qb->func()->count('id'))->from('reseau_members')->where($qb->expr()->isNotNull('asked_at'));
		return (int)$qb->executeQuery()->fetchOne();
	}

	private function refusingNotifications(): Notifications {
		return new class() extends Notifications {
			public function __construct() {
			}

			public function createNotification(): INotification {
				throw new RuntimeException('The other app is broken');
			}
		};
	}
}
