<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Notifications;

/** Writing to the author of a sheet: to a member it names, or to its author, who stays unnamed. Odile writes the anonymous one, Linh reads it, Romain facilitates. */
class WriteToAuthorTest extends LibraryTestCase {
	private int $keys = 0;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'linh', 'romain'] as $uid) {
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
		}
	}

	private function anonymous(string $name = 'a.md', string $uid = 'odile'): int {
		$file = $this->file($name);
		$this->published($file, ['anonymous' => true, 'reachable' => true], $uid);
		return $file;
	}

	/** @return array<string, mixed> the conversation */
	private function start(int $file, string $uid = 'linh', ?int $to = null, string $text = 'Comment avez-vous fait ?'): array {
		return $this->data('POST', "/sheets/$file/conversations", $uid, ['text' => $text, 'key' => $this->key()] + ($to === null ? [] : ['to' => $to]), 201);
	}

	/** @return array<string, mixed> */
	private function answer(int $conversation, string $uid, string $text = 'Avec deux bancs.'): array {
		return $this->data('POST', "/conversations/$conversation/messages", $uid, ['text' => $text, 'key' => $this->key()], 201);
	}

	private function key(): string {
		return sprintf('key-%08d', $this->keys++);
	}

	private function reach(int $file, string $uid): ?string {
		return $this->data('GET', "/sheets/$file", $uid)['reach'];
	}

	/** Everything a person gets of their conversations: pages, Home, export, notifications and mails. */
	private function received(string $uid, int $conversation): string {
		$this->kernel->runQueued();
		$mails = array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$uid@example.org"]));
		return json_encode([
			$this->data('GET', "/conversations/$conversation", $uid), $this->data('GET', '/conversations', $uid), $this->data('GET', '/home', $uid)['awaits'],
			$this->data('GET', "/members/{$this->cards[$uid]['id']}/export", $uid)['conversations'],
			array_map(static fn (object $one): array => [$one->parsedSubject, $one->parsedMessage], $this->kernel->get(Notifications::class)->of($uid, 'fr')),
			array_column($mails, 'plain'), array_column($mails, 'subject'),
		], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
	}

	private function setCard(string $uid, string $status): void {
		$version = $this->data('GET', "/members/{$this->cards[$uid]['id']}", $uid)['version'];
		$this->data('PUT', "/members/{$this->cards[$uid]['id']}/status", $uid, ['status' => $status, 'version' => $version]);
	}

	#[Group('databases')]
	public function testANamedAuthor(): void {
		$file = $this->file('a.md');
		$this->published($file, ['authors' => [$this->cards['odile']['id']], 'authorNames' => 'Une Autre']);
		$odile = $this->cards['odile']['id'];
		self::assertSame(['obstacle' => null, 'conversation' => null, 'keeper' => null], $this->data('GET', "/sheets/$file/writing?to=$odile", 'linh'));
		$made = $this->start($file, to: $odile);
		self::assertSame(['Odile', 'sheet', $file, 'Le banc', false], [$made['with'][0]['name'], $made['about']['type'], $made['about']['id'], $made['about']['title'], $made['anonymous']]);
		self::assertSame($made['id'], $this->start($file, to: $odile)['id']);
		self::assertSame($made['id'], $this->data('GET', "/sheets/$file/writing?to=$odile", 'linh')['conversation']);
		self::assertSame('Linh', $this->answer($made['id'], 'odile')['with'][0]['name']);
		self::assertSame('own_card', $this->data('GET', "/sheets/$file/writing?to=$odile", 'odile')['obstacle']);
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file/writing?to={$this->cards['romain']['id']}", 'linh');
		$this->assertRefused(400, 'wrong_type', 'GET', "/sheets/$file/writing?to=x", 'linh');
		self::assertSame('author_gone', $this->data('GET', "/sheets/$file/writing", 'linh')['obstacle']);
	}

	/** Anyone who may change the file can name a person as its author. */
	public function testANamedAuthorChoosesWhoWritesFirst(): void {
		$file = $this->file('a.md');
		$this->published($file, ['authors' => [$this->cards['odile']['id']]], 'linh');
		$this->data('PUT', '/writing', 'odile', ['writers' => 'nobody']);
		self::assertSame('only_facilitators', $this->data('GET', "/sheets/$file/writing?to={$this->cards['odile']['id']}", 'linh')['obstacle']);
		$this->assertRefused(422, 'only_facilitators', 'POST', "/sheets/$file/conversations", 'linh', ['text' => 'Bonjour', 'key' => $this->key(), 'to' => $this->cards['odile']['id']]);
		$this->start($file, 'romain', $this->cards['odile']['id']);
	}

	public function testADraftIsNotWrittenAbout(): void {
		$file = $this->file('a.md');
		$this->draft($file, ['authors' => [$this->cards['odile']['id']]]);
		$this->assertRefused(404, 'not_found', 'GET', "/sheets/$file/writing?to={$this->cards['odile']['id']}", 'linh');
		$other = $this->file('b.md');
		$this->draft($other, ['anonymous' => true, 'reachable' => true]);
		$this->assertRefused(422, 'author_gone', 'POST', "/sheets/$other/conversations", 'linh', ['text' => 'Bonjour', 'key' => $this->key()]);
	}

	#[Group('databases')]
	public function testAnAnonymousAuthorIsReachedAndStaysUnnamed(): void {
		$file = $this->anonymous();
		self::assertSame(['me', 'author', 'author'], array_map(fn (string $uid): ?string => $this->reach($file, $uid), ['odile', 'linh', 'romain']));
		self::assertSame(['obstacle' => null, 'conversation' => null, 'keeper' => null], $this->data('GET', "/sheets/$file/writing", 'linh'));
		self::assertSame('own_card', $this->data('GET', "/sheets/$file/writing", 'odile')['obstacle']);
		$made = $this->start($file);
		$this->kernel->runQueued();
		self::assertSame(['Linh wrote to you'], array_values(array_map(static fn (object $one): string => $one->parsedSubject, $this->kernel->get(Notifications::class)->of('odile', 'en'))));
		$mail = $this->kernel->mails()[0];
		self::assertSame(['odile@example.org'], array_keys($mail['to']));
		self::assertStringContainsString("Vous restez anonyme\u{a0}: Linh n’apprend pas qui vous êtes", $mail['plain']);
		$own = $this->data('GET', "/conversations/{$made['id']}", 'odile');
		self::assertSame(['Linh', true, true], [$own['with'][0]['name'], $own['anonymous'], $own['can']['reveal']]);
		self::assertSame('Odile', $this->answer($made['id'], 'odile')['messages'][1]['from']);
		$this->data('PUT', "/conversations/{$made['id']}/report", 'linh', ['reported' => true]);
		$seen = $this->data('GET', "/conversations/{$made['id']}", 'linh');
		self::assertSame([['author'], '', true, false, false], [$seen['with'], $seen['messages'][1]['from'], $seen['messages'][1]['author'], $seen['anonymous'], $seen['can']['reveal']]);
		self::assertSame(['author'], array_slice($this->data('GET', "/conversations/{$made['id']}", 'romain')['with'], 1));
		foreach (['linh', 'romain'] as $uid) {
			$received = $uid === 'linh' ? $this->received('linh', $made['id']) : json_encode($this->data('GET', "/conversations/{$made['id']}", $uid), JSON_THROW_ON_ERROR);
			self::assertStringNotContainsStringIgnoringCase('odile', $received);
		}
		self::assertStringContainsString('La personne qui a raconté', $this->received('linh', $made['id']));
		$export = $this->data('GET', "/members/{$this->cards['odile']['id']}/export", 'odile');
		self::assertTrue($export['conversations'][0]['anonymous']);
		self::assertSame([['title' => 'Le banc', 'file' => $file]], $export['anonymousSheets']);
	}

	public function testAnExportNamesTheOtherPersonInASentence(): void {
		$heading = fn (): string => preg_match('~(Avec|With) [^·<]*~u', html_entity_decode($this->data('GET', "/members/{$this->cards['linh']['id']}/export/page", 'linh')['page']), $found) === 1 ? trim($found[0]) : '';
		$language = fn (string $code): mixed => $this->kernel->get(IConfig::class)->setUserValue('linh', 'core', 'lang', $code);
		$file = $this->anonymous();
		$this->start($file);
		self::assertSame("Avec la personne qui a raconté «\u{a0}Le banc\u{a0}»", $heading());
		$language('en');
		self::assertSame('With the author of “Le banc”', $heading());
		$this->data('DELETE', "/sheets/$file?version=" . $this->data('GET', "/sheets/$file", 'odile')['version'], 'odile');
		self::assertSame('With an anonymous author', $heading());
		$language('fr');
		self::assertSame('Avec une personne anonyme', $heading());
	}

	public function testAnExportSaysThatACardIsNoLongerShown(): void {
		$odile = $this->cards['odile']['id'];
		$file = $this->file('a.md');
		$this->published($file, ['authors' => [$odile]]);
		$this->start($file, to: $odile);
		$page = fn (): string => $this->data('GET', "/members/{$this->cards['linh']['id']}/export/page", 'linh')['page'];
		self::assertStringContainsString('Avec Odile', $page());
		$this->setCard('odile', 'paused');
		self::assertStringContainsString('Avec une personne dont la fiche n’est plus montrée', $page());
	}

	public function testAnExportDoesNotSayThatAnUnnamedAuthorHasNoAccount(): void {
		$made = $this->start($this->anonymous());
		$this->answer($made['id'], 'odile');
		// Only the words of a person without an account are written down by another one: no endpoint does this for an author with one.
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_messages` SET said_how = 'phone'");
		$export = fn (string $uid): array => array_column($this->data('GET', "/members/{$this->cards[$uid]['id']}/export", $uid)['conversations'][0]['messages'], 'how', 'mine');
		self::assertSame([1 => 'phone', 0 => null], $export('linh'));
		self::assertSame([0 => 'phone', 1 => 'phone'], $export('odile'), 'it is her own');
	}

	public function testWhatIsStoredNamesNobody(): void {
		$this->anonymous();
		$sheet = $this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_sheets`')->fetch();
		self::assertGreaterThan(100, strlen((string)$sheet['writer']));
		self::assertSame([], $this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_sheet_authors`')->fetchAll());
		self::assertStringNotContainsStringIgnoringCase('odile', json_encode($sheet, JSON_THROW_ON_ERROR));
	}

	/** A person one knows is found by none of what an unnamed author does, and the other way round. */
	#[Group('databases')]
	public function testTwoConversationsOfTheSameTwoAreStrangers(): void {
		$odile = $this->cards['odile']['id'];
		$file = $this->anonymous();
		$named = $this->data('POST', "/members/$odile/conversations", 'linh', ['text' => 'Bonjour', 'key' => $this->key()], 201)['id'];
		self::assertNull($this->data('GET', "/sheets/$file/writing", 'linh')['conversation']);
		$masked = $this->start($file)['id'];
		self::assertNotSame($named, $masked);
		self::assertSame($named, $this->data('GET', "/members/$odile/writing", 'linh')['conversation']);
		foreach ([[$masked, $named], [$named, $masked]] as [$stopped, $other]) {
			$this->data('PUT', "/conversations/$stopped/report", 'linh', ['reported' => true]);
			$this->data('PUT', "/conversations/$stopped/state", 'romain', ['state' => 'stopped']);
			self::assertSame(['conversation_stopped', null], [$this->obstacle($stopped === $masked ? "/sheets/$file" : "/members/$odile"), $this->obstacle($stopped === $masked ? "/members/$odile" : "/sheets/$file")]);
			self::assertSame('stopped', $this->data('GET', "/conversations/$stopped", 'linh')['pause']);
			self::assertNull($this->data('GET', "/conversations/$other", 'linh')['pause']);
			$this->data('PUT', "/conversations/$stopped/state", 'romain', ['state' => 'open']);
		}
	}

	/** Named once, and anonymous since: the conversation by name is not the one with the author. */
	public function testASheetThatBecomesAnonymous(): void {
		$file = $this->file('a.md');
		$sheet = $this->published($file, ['authors' => [$this->cards['odile']['id']]]);
		$named = $this->start($file, to: $this->cards['odile']['id'])['id'];
		$sheet = $this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'anonymous' => true, 'reachable' => true]);
		self::assertNull($this->data('GET', "/sheets/$file/writing", 'linh')['conversation']);
		$masked = $this->start($file)['id'];
		self::assertNotSame($named, $masked);
		// Named again, nobody is reached any more as its author, and those who wrote stay strangers.
		$this->data('PUT', "/sheets/$file", 'odile', ['version' => $sheet['version'], 'anonymous' => false, 'authors' => [$this->cards['odile']['id']]]);
		self::assertNull($this->reach($file, 'odile'));
		self::assertSame($named, $this->data('GET', "/sheets/$file/writing?to={$this->cards['odile']['id']}", 'linh')['conversation']);
		self::assertSame(['author'], $this->data('GET', "/conversations/$masked", 'linh')['with']);
	}

	private function obstacle(string $path): ?string {
		return $this->data('GET', "$path/writing", 'linh')['obstacle'];
	}

	public function testLimitsAreNotSharedWithTheNamedPerson(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$file = $this->anonymous();
		$named = $this->data('POST', "/members/{$this->cards['odile']['id']}/conversations", 'linh', ['text' => 'Bonjour', 'key' => $this->key()], 201)['id'];
		foreach (range(1, 19) as $ignored) {
			$this->answer($named, 'linh');
		}
		$this->assertRefused(429, 'enough_messages', 'POST', "/conversations/$named/messages", 'linh', ['text' => 'Encore', 'key' => $this->key()]);
		$masked = $this->start($file)['id'];
		foreach (range(1, 19) as $ignored) {
			$this->answer($masked, 'linh');
		}
		$this->assertRefused(429, 'enough_messages', 'POST', "/conversations/$masked/messages", 'linh', ['text' => 'Encore', 'key' => $this->key()]);
	}

	/** What the author chose for their card, pauses or whether they can be mailed, changes nothing for others. */
	public function testWhatTheAuthorDoesOtherwiseIsNotSeen(): void {
		$file = $this->anonymous();
		$masked = $this->start($file)['id'];
		$seen = fn (): array => [
			$this->data('GET', "/sheets/$file", 'linh'), $this->data('GET', "/sheets/$file/writing", 'linh'),
			array_diff_key($this->data('GET', "/conversations/$masked", 'linh'), ['at' => 0]),
		];
		$before = $seen();
		$this->data('PUT', '/writing', 'odile', ['writers' => 'nobody']);
		self::assertSame($before, $seen());
		$this->setCard('odile', 'paused');
		self::assertSame($before, $seen());
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('no address');
		$message = $this->answer($masked, 'linh', 'Et ensuite ?')['messages'][1];
		$this->kernel->runQueued();
		self::assertSame([null, false], [$message['undelivered'], $message['direct']]);
		self::assertNull(array_column($this->data('GET', "/conversations/$masked", 'linh')['messages'], 'undelivered')[1]);
		// The author answers without showing their card.
		self::assertNull($this->data('GET', "/conversations/$masked", 'odile')['pause']);
		self::assertSame('Avec deux bancs.', $this->answer($masked, 'odile')['messages'][2]['text']);
		$this->kernel->get(IUserManager::class)->get('odile')?->setEnabled(false);
		self::assertNull($this->data('GET', "/conversations/$masked", 'linh')['pause']);
		$mails = count($this->kernel->mails());
		$this->answer($masked, 'linh', 'Et encore ?');
		$this->kernel->runQueued();
		self::assertCount($mails, $this->kernel->mails());
	}

	#[Group('databases')]
	public function testSayingWhoOneIs(): void {
		$file = $this->anonymous();
		$masked = $this->start($file)['id'];
		$this->data('PUT', "/conversations/$masked/named", 'linh');
		self::assertSame(['author'], $this->data('GET', "/conversations/$masked", 'linh')['with']);
		$this->setCard('odile', 'paused');
		$this->assertRefused(422, 'card_hidden', 'PUT', "/conversations/$masked/named", 'odile');
		$this->setCard('odile', 'published');
		self::assertFalse($this->data('PUT', "/conversations/$masked/named", 'odile')['anonymous']);
		self::assertSame('Odile', $this->data('GET', "/conversations/$masked", 'linh')['with'][0]['name']);
		self::assertSame($masked, $this->data('GET', "/sheets/$file/writing", 'linh')['conversation']);
		// In this conversation alone.
		self::assertSame('author', $this->reach($file, 'linh'));
		self::assertSame(['author'], $this->start($file, 'romain')['with']);
	}

	#[Group('databases')]
	public function testErasingTheCardOfTheAuthor(): void {
		$file = $this->anonymous();
		$masked = $this->start($file)['id'];
		$this->answer($masked, 'odile');
		$this->data('DELETE', "/members/{$this->cards['odile']['id']}", 'odile');
		self::assertNull($this->reach($file, 'linh'));
		self::assertSame('author_gone', $this->data('GET', "/sheets/$file/writing", 'linh')['obstacle']);
		$left = $this->data('GET', "/conversations/$masked", 'linh');
		self::assertSame([['author'], 'author_gone', ['Comment avez-vous fait ?']], [$left['with'], $left['pause'], array_column($left['messages'], 'text')]);
		$this->assertRefused(422, 'author_gone', 'POST', "/conversations/$masked/messages", 'linh', ['text' => 'Bonjour', 'key' => $this->key()]);
		self::assertNull($this->kernel->get(IDBConnection::class)->executeQuery('SELECT writer FROM `*PREFIX*reseau_sheets`')->fetchOne());
	}

	public function testTheChoiceIsTheAuthorsAlone(): void {
		$file = $this->anonymous();
		$version = fn (): int => $this->data('GET', "/sheets/$file", 'odile')['version'];
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$file", 'linh', ['version' => $version(), 'reachable' => false]);
		self::assertSame('author', $this->data('PUT', "/sheets/$file", 'linh', ['version' => $version(), 'reachable' => true])['reach']);
		self::assertSame('me', $this->reach($file, 'odile'));
		self::assertNull($this->data('PUT', "/sheets/$file", 'odile', ['version' => $version(), 'reachable' => false])['reach']);
		$this->assertRefused(400, 'wrong_type', 'PUT', "/sheets/$file", 'odile', ['version' => $version(), 'reachable' => 'x']);
		// A sheet that a facilitator adds for another person has no author to be written to.
		self::assertNull($this->data('PUT', "/sheets/$file", 'romain', ['version' => $version(), 'deposited' => true, 'reachable' => true])['reach']);
	}

	public function testACardThatJoinsAnother(): void {
		$kept = $this->keptCard('romain', ['name' => 'Odile Tenue'])['id'];
		$file = $this->anonymous();
		$masked = $this->start($file)['id'];
		$token = basename($this->data('POST', "/members/$kept/claim-link", 'romain', [], 201)['url']);
		$reply = $this->kernel->request('POST', "/ocs/v2.php/apps/reseau/api/v1/claims/$token", 'odile', ['merge' => true]);
		self::assertSame(200, $reply->status, $reply->body);
		self::assertSame('me', $this->reach($file, 'odile'));
		self::assertTrue($this->data('GET', "/conversations/$masked", 'odile')['anonymous']);
		self::assertSame(['author'], $this->data('GET', "/conversations/$masked", 'linh')['with']);
	}
}
