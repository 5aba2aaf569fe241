<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Session;

use OCA\Reseau\Session\DeleteOldSessions;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/** How a session ends, and what people then do with what they said. */
#[Group('databases')]
class EndingTest extends SessionTestCase {
	public function testThreeKindsOfPeople(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->say('ida', 'offer', 'Des poires');
		$this->say('jeanne', 'offer', 'Une grange');
		$this->say('fanny', 'offer', 'Mon temps du lundi');
		$this->say('Marcel', 'need', 'Un banc', ['agreed' => true]);
		$this->say('Rose', 'offer', 'Du levain');
		$preview = $this->data('GET', "/sessions/$this->session/ending", 'fanny');
		$names = array_column($preview['session']['people'], 'name', 'id');
		self::assertSame(
			['Odile Marcenac' => 'asked', 'Ida Roux' => 'published', 'Jeanne Bru' => 'asked', 'Fanny Marcenac' => 'published', 'Marcel' => 'published', 'Rose' => 'kept'],
			array_combine(array_map(static fn (array $one): string => $names[$one['person']], $preview['people']), array_column($preview['people'], 'becomes')),
		);
		self::assertSame([false, false, false, false, true, false], array_column($preview['people'], 'newCard'));
		self::assertSame([], $this->found('linh'), 'a preview does nothing');

		$ended = $this->end();
		self::assertSame('ended', $ended['state']);
		self::assertSame(['Des poires', 'Mon temps du lundi', 'Un banc'], $this->found('linh'));
		$notice = array_column($this->data('GET', '/notices', 'linh')['notices'], null, 'title')['Un banc'];
		self::assertSame('Marcel', $notice['by']['name']);
		$marcel = $this->data('GET', "/members/{$notice['by']['id']}/export", 'fanny');
		self::assertSame(['card', "À voix haute, à la séance «\u{a0}À la mairie\u{a0}»", '2026-11-24', 'fanny'], [$marcel['consents'][0]['what'], $marcel['consents'][0]['how'], $marcel['consents'][0]['date'], $marcel['consents'][0]['by']]);
		self::assertSame('2027-01-23', $this->data('GET', "/notices/{$notice['id']}", 'fanny')['until']);
		self::assertSame(['Réparer mon vélo'], array_column($this->said('odile')['rows'], 'text'));
		self::assertSame('Jeanne Bru', $this->said('peire')['rows'][0]['for']['name']);
		self::assertSame([], $this->said('fanny')['rows']);
		self::assertSame(['What was said in the session of November 24, 2026: publish it?'], $this->notified('odile'));
		self::assertCount(1, $this->notified('peire'));
		self::assertSame([], $this->notified('linh'));
	}

	public function testHowMuchWaitsMakesNoDifferenceToTheDatabase(): void {
		$reads = function (string $text): array {
			$this->say('odile', 'need', $text);
			$this->end();
			$tables = ['reseau_sessions', 'reseau_session_people', 'reseau_session_rows', 'reseau_members'];
			return array_map(fn (string $table): int => $this->countReads($table, fn (): mixed => $this->said('odile')), $tables);
		};
		$once = $reads('Réparer mon vélo');
		$this->session = $this->begin();
		self::assertSame($once, $reads('Un semoir'));
		self::assertCount(2, $this->said('odile')['rows']);
	}

	public function testEndsOnceHoweverOftenItIsSent(): void {
		$this->say('ida', 'offer', 'Des poires');
		$this->say('Marcel', 'need', 'Un banc', ['agreed' => true]);
		$version = $this->room()['version'];
		$this->end();
		$this->data('POST', "/sessions/$this->session/ending", 'fanny', ['version' => $version]);
		$this->data('POST', "/sessions/$this->session/ending", 'zohra', ['version' => $version]);
		self::assertSame(['Des poires', 'Un banc'], $this->found('linh'));
		self::assertSame(1, count(array_filter($this->data('GET', '/members?q=Marcel', 'linh')['members'], static fn (array $one): bool => $one['name'] === 'Marcel')));
		$this->assertRefused(409, 'session_ended', 'POST', "/sessions/$this->session/rows", 'fanny', ['name' => 'Tard', 'kind' => 'need', 'text' => 'Trop tard', 'key' => $this->key()]);
		$this->assertRefused(409, 'session_ended', 'GET', "/sessions/$this->session/ending", 'fanny');
	}

	public function testDoesNotEndFromAnOlderPreview(): void {
		$this->say('ida', 'offer', 'Des poires');
		$version = $this->room()['version'];
		$this->say('ida', 'offer', 'Des coings', [], 'zohra');
		$this->assertRefused(409, 'stale_version', 'POST', "/sessions/$this->session/ending", 'fanny', ['version' => $version]);
		self::assertSame([], $this->found('linh'));
	}

	public function testAFailureInTheMiddleLeavesTheSessionAsItWas(): void {
		$this->say('ida', 'offer', 'Des poires');
		$this->say('Marcel', 'need', 'Un banc', ['agreed' => true]);
		$this->assertRefused(400, 'unknown_member', 'POST', "/sessions/$this->session/ending", 'fanny', ['version' => $this->room()['version'], 'pairs' => [[1, 999]]]);
		// The notice of the second row cannot be written: by then there are a card and a notice.
		$db = $this->kernel->get(IDBConnection::class);
		$key = hash('sha256', "session row {$this->room()['rows'][1]['id']}");
		$taken = $this->data('POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'Autre chose', 'key' => $this->key()], 201)['id'];
		$db->executeStatement('UPDATE `*PREFIX*reseau_notices` SET key_hash = ? WHERE id = ?', [$key, $taken]);
		self::assertSame(500, $this->ask('POST', "/sessions/$this->session/ending", 'fanny', ['version' => $this->room()['version']])->status);
		self::assertSame('open', $this->room()['state']);
		self::assertSame(['Autre chose'], $this->found('linh'));
		self::assertNull($this->people()['Marcel']['member']);
		$db->executeStatement('UPDATE `*PREFIX*reseau_notices` SET key_hash = ? WHERE id = ?', ['another', $taken]);
		$this->end();
		self::assertSame(['Autre chose', 'Des poires', 'Un banc'], $this->found('linh'));
	}

	public function testAPersonPublishesAsTheySaidItOrInOtherWords(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->say('odile', 'offer', 'Des salades');
		$this->say('odile', 'offer', 'Du miel');
		$this->end();
		[$bike, $salad, $honey] = array_column($this->said('odile')['rows'], 'id');
		foreach (['POST' => "/said/$bike/notice", 'DELETE' => "/said/$bike"] as $method => $path) {
			$this->assertRefused(404, 'not_found', $method, $path, 'linh');
			$this->assertRefused(404, 'not_found', $method, $path, 'fanny');
		}
		$notice = $this->data('POST', "/said/$bike/notice", 'odile', [], 201)['notice'];
		self::assertSame($notice, $this->data('POST', "/said/$bike/notice", 'odile', ['text' => 'Autre'], 201)['notice'], 'twice it is one');
		$this->data('POST', "/said/$salad/notice", 'odile', ['text' => 'Des salades et du persil', 'kind' => 'offer'], 201);
		$this->assertRefused(409, 'said_published', 'DELETE', "/said/$bike", 'odile');
		$this->data('DELETE', "/said/$honey", 'odile');
		self::assertSame([], $this->said('odile')['rows']);
		self::assertSame([], $this->notified('odile'), 'nothing waits any more');
		self::assertSame(['Des salades et du persil', 'Réparer mon vélo'], $this->found('linh'));
		self::assertSame([$notice, true, null], [$this->room()['rows'][0]['notice'], is_int($this->room()['rows'][1]['notice']), $this->room()['rows'][2]['notice']]);
		$this->data('POST', "/said/$honey", 'odile');
		self::assertSame(['Du miel'], array_column($this->said('odile')['rows'], 'text'));
	}

	public function testTheFacilitatorsDoNotLearnOfANo(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->end();
		$before = $this->room();
		$this->data('DELETE', "/said/{$this->said('odile')['rows'][0]['id']}", 'odile');
		self::assertSame($before, $this->room());
	}

	public function testAHiddenCardPublishesNothingUntilItIsShown(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->end();
		$row = $this->said('odile')['rows'][0]['id'];
		$this->setStatus('odile', 'odile', 'paused');
		$this->assertRefused(422, 'card_hidden', 'POST', "/said/$row/notice", 'odile', []);
		$this->setStatus('odile', 'odile', 'published');
		$this->data('POST', "/said/$row/notice", 'odile', [], 201);
	}

	public function testTheDayOfAnAgreementIsNeverAhead(): void {
		$this->session = $this->data('POST', '/sessions', 'fanny', ['title' => 'Demain', 'place' => '', 'day' => '2026-12-24', 'key' => $this->key()], 201)['id'];
		$this->say('Marcel', 'need', 'Un banc', ['agreed' => true]);
		// One second before midnight of the day the session ends on.
		$this->kernel->clock->stopAt(gmmktime(23, 59, 59, 11, 24, 2026));
		$this->end();
		self::assertSame('2026-12-24', $this->room()['day']);
		self::assertSame('2026-11-24', $this->data('GET', "/members/{$this->people()['Marcel']['member']}/export", 'fanny')['consents'][0]['date']);
	}

	public function testNamesAreForgottenAfterAMonth(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->say('ida', 'offer', 'Des poires');
		$this->say('Rose', 'offer', 'Du levain');
		$this->end();
		self::assertSame('2026-12-24', $this->room()['forgetOn']);
		$this->later(30);
		$this->kernel->get(DeleteOldSessions::class)->run();
		self::assertCount(3, $this->room()['people']);
		$this->later(1);
		$this->kernel->get(DeleteOldSessions::class)->run();
		self::assertSame(['Ida Roux'], array_keys($this->people()));
		self::assertSame([], $this->said('odile')['rows']);
		self::assertSame([], $this->notified('odile'));
		self::assertSame(['Des poires'], $this->found('linh'));
	}

	public function testNamesOfASessionLeftOpenAreForgottenToo(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->say('Rose', 'offer', 'Du levain');
		$this->later(31);
		$this->kernel->get(DeleteOldSessions::class)->run();
		self::assertSame(['Odile Marcenac'], array_keys($this->people()));
		self::assertSame('open', $this->room()['state']);
	}

	public function testAMissedNotificationIsSentTheNextDay(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->end();
		// The server went down between the end and the notifications.
		$this->kernel->get(IDBConnection::class)->executeStatement('UPDATE `*PREFIX*reseau_sessions` SET notified = NULL');
		$this->kernel->get(\Sandbox\Service\Notifications::class)->markProcessed($this->kernel->get(\OCP\Notification\IManager::class)->createNotification()->setApp('reseau')->setUser('odile'));
		self::assertSame([], $this->notified('odile'));
		$this->kernel->get(DeleteOldSessions::class)->run();
		self::assertCount(1, $this->notified('odile'));
	}

	public function testTheWordsOfAPersonAreDeletedWithTheirCardAndExported(): void {
		$this->say('odile', 'need', 'Réparer mon vélo', ['listed' => true]);
		$this->say('linh', 'offer', 'Du miel');
		$export = $this->data('GET', "/members/{$this->cards['odile']}/export", 'odile')['sessions'];
		self::assertSame([['session' => 'À la mairie', 'day' => '2026-11-24', 'place' => 'Limoux', 'kind' => 'need', 'text' => 'Réparer mon vélo', 'terms' => ['velo'], 'state' => 'said', 'listed' => true]], $export);
		$this->data('DELETE', '/members/me', 'odile');
		self::assertSame(['Du miel'], array_column($this->room()['rows'], 'text'));
		self::assertSame([], \OCA\Reseau\Tests\Orphans::find($this->kernel->get(IDBConnection::class)));
	}

	public function testIsDeletedWithWhatWasNotPublished(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->say('ida', 'offer', 'Des poires');
		$this->end();
		$this->data('DELETE', "/sessions/$this->session", 'zohra');
		$this->assertRefused(404, 'not_found', 'GET', "/sessions/$this->session", 'fanny');
		self::assertSame([], $this->said('odile')['rows']);
		self::assertSame([], $this->notified('odile'));
		self::assertSame(['Des poires'], $this->found('linh'));
	}

	public function testTheListIsForPeopleWhoAgreed(): void {
		$this->say('odile', 'need', 'Réparer mon vélo', ['listed' => true]);
		$this->end();
		$person = $this->people()['Odile Marcenac']['id'];
		self::assertFalse($this->data('PUT', "/sessions/$this->session/people/$person", 'zohra', ['listed' => false])['people'][0]['listed'], 'also after the end');
		$this->assertRefused(409, 'session_ended', 'PUT', "/sessions/$this->session/people/$person", 'zohra', ['agreed' => true]);
		$this->assertRefused(404, 'not_found', 'PUT', "/sessions/$this->session/people/999", 'zohra', ['listed' => true]);
	}

	public function testHomeAsksOnce(): void {
		$this->say('odile', 'need', 'Réparer mon vélo');
		$this->end();
		$line = array_values(array_filter($this->data('GET', '/home', 'odile')['awaits'], static fn (array $one): bool => $one['kind'] === 'said'));
		self::assertSame([['kind' => 'said', 'said' => ['id' => $this->said('odile')['rows'][0]['id'], 'kind' => 'need', 'day' => '2026-11-24'], 'text' => 'Réparer mon vélo']], $line);
	}
}
