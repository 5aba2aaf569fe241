<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Message;

use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Reply;

/** A person without an account who agreed to their card by mail gets messages by mail, and answers by the link in it. */
#[Group('databases')]
class ReplyTest extends MessageTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->cards['berthe'] = $this->data('POST', '/members', 'peire', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
		$this->data('POST', "/members/{$this->cards['berthe']}/consent-mail", 'peire', null, 201);
		$this->page('POST', 'consent/' . $this->token('consent'), ['answer' => 'accept', 'version' => '1']);
	}

	private function token(string $page): string {
		$mails = $this->mailed('berthe');
		self::assertSame(1, preg_match("~/$page/(\\w{32})\\b~", end($mails)['plain'] ?? '', $found));
		return $found[1];
	}

	/** @param ?array<string, string> $body */
	private function page(string $method, string $path, ?array $body = null): Reply {
		$this->kernel->resetLimits();
		return $this->kernel->request($method, "/index.php/apps/reseau/$path", null, $body === null ? null : http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
	}

	/** @return array{int, string} number of the conversation, and token of the mail */
	private function begin(): array {
		$id = $this->start('odile', 'berthe')['id'];
		return [$id, $this->token('reply')];
	}

	public function testSheGetsItByMailAndAnswersOnAPage(): void {
		[$id, $token] = $this->begin();
		$mail = $this->mailed('berthe')[1];
		self::assertStringContainsString('votre grange est-elle libre ?', $mail['plain']);
		self::assertStringNotContainsString('odile@example.org', json_encode($mail, JSON_THROW_ON_ERROR));
		self::assertSame([], $mail['replyTo'] ?? []);
		self::assertSame([['Berthe Fournil agreed to the card you keep'], []], [$this->notified('peire'), $this->mailed('peire')]);
		$sent = $this->read('odile', $id)['messages'][0];
		self::assertSame([true, null], [$sent['direct'], $sent['undelivered']]);
		$page = $this->page('GET', "reply/$token");
		self::assertSame(200, $page->status);
		foreach (['Odile Marcenac', 'votre grange est-elle libre', '<textarea'] as $shown) {
			self::assertStringContainsString($shown, str_replace("\u{a0}", ' ', $page->body));
		}
		self::assertStringNotContainsString('<script', $page->body);
		preg_match('~name="key" value="(\\w+)"~', $page->body, $key);
		foreach ([1, 2] as $_) {
			self::assertSame(200, $this->page('POST', "reply/$token", ['answer' => 'send', 'text' => "Oui.\r\nEn mai.", 'key' => $key[1]])->status);
		}
		$thread = $this->read('odile', $id);
		self::assertSame(["Oui.\nEn mai.", 'Berthe Fournil', null], [$thread['messages'][1]['text'], $thread['messages'][1]['from'], $thread['messages'][1]['by']]);
		self::assertCount(2, $thread['messages']);
		self::assertSame(['Berthe Fournil wrote to you'], $this->notified('odile'));
		self::assertCount(1, $this->mailed('odile'));
		self::assertSame(self::texts($thread), self::texts($this->read('peire', $id)));
		$this->write('odile', $id, 'Merci !');
		self::assertSame($token, $this->token('reply'));
	}

	public function testOpeningChangesNothing(): void {
		[, $token] = $this->begin();
		$db = $this->kernel->get(IDBConnection::class);
		$written = $db->written;
		$this->page('GET', "reply/$token");
		$this->page('POST', "reply/$token");
		self::assertSame($written, $db->written);
	}

	public function testWhatIsNoAnswerIsShownAgainWithItsReason(): void {
		[$id, $token] = $this->begin();
		foreach ([[' ', 'écrivez d’abord quelque chose'], [str_repeat('a', 4001), 'plus longue que'], ["a\0b", 'caractères']] as [$text, $sentence]) {
			$page = $this->page('POST', "reply/$token", ['answer' => 'send', 'text' => $text, 'key' => 'key-key-key']);
			self::assertSame(200, $page->status);
			self::assertStringContainsString($sentence, str_replace("\u{a0}", ' ', $page->body));
		}
		self::assertCount(1, $this->read('odile', $id)['messages']);
		foreach (range(1, 20) as $n) {
			$this->page('POST', "reply/$token", ['answer' => 'send', 'text' => "Mot $n", 'key' => "key-number-$n"]);
		}
		self::assertStringContainsString('beaucoup écrit', $this->page('POST', "reply/$token", ['answer' => 'send', 'text' => 'Encore', 'key' => 'one-key-more'])->body);
		self::assertCount(21, $this->read('odile', $id)['messages']);
	}

	public function testSheWantsNoMoreMails(): void {
		[$id, $token] = $this->begin();
		self::assertSame(200, $this->page('POST', "reply/$token", ['answer' => 'stop'])->status);
		self::assertSame(404, $this->page('GET', "reply/$token")->status);
		self::assertSame(404, $this->page('POST', "reply/$token", ['answer' => 'send', 'text' => 'Oui', 'key' => 'key-key-key'])->status);
		$this->write('odile', $id, 'Encore un mot.');
		self::assertCount(2, $this->mailed('berthe'));
		self::assertSame(['Odile Marcenac wrote to Berthe Fournil, whose card you keep', 'Berthe Fournil agreed to the card you keep'], $this->notified('peire'));
		self::assertFalse($this->read('odile', $id)['messages'][1]['direct']);
	}

	public function testTheLinkEndsWithTheAddressTheCardAndTheAccount(): void {
		[$id, $token] = $this->begin();
		$this->setStatus('peire', 'berthe', 'paused');
		self::assertSame(404, $this->page('GET', "reply/$token")->status);
		$this->setStatus('peire', 'berthe', 'published');
		self::assertSame(200, $this->page('GET', "reply/$token")->status);
		$version = $this->data('GET', "/members/{$this->cards['berthe']}", 'peire')['version'];
		$this->data('PUT', "/members/{$this->cards['berthe']}", 'peire', ['version' => $version, 'contact' => ['email' => 'autre@example.org']]);
		self::assertSame(404, $this->page('GET', "reply/$token")->status);
		$this->write('odile', $id, 'Toujours là ?');
		self::assertSame(['Odile Marcenac wrote to Berthe Fournil, whose card you keep', 'Berthe Fournil agreed to the card you keep'], $this->notified('peire'));
		$this->data('PUT', "/members/{$this->cards['berthe']}", 'peire', ['version' => $version + 1, 'contact' => ['email' => 'berthe@example.org']]);
		self::assertSame(200, $this->page('GET', "reply/$token")->status);
		$this->account('berthe');
		$claim = basename($this->data('POST', "/members/{$this->cards['berthe']}/claim-link", 'peire', [], 201)['url']);
		$this->data('POST', "/claims/$claim", 'berthe', []);
		self::assertSame(404, $this->page('GET', "reply/$token")->status);
		self::assertCount(2, $this->read('berthe', $id)['messages']);
	}

	public function testAMailThatFailsGoesToTheKeeper(): void {
		$db = $this->kernel->get(IDBConnection::class);
		// The sandbox’s mailer refuses what is no address to it.
		$this->start('odile', 'berthe');
		$version = $this->data('GET', "/members/{$this->cards['berthe']}", 'peire')['version'];
		$hash = $db->executeQuery('SELECT address_hash FROM `*PREFIX*reseau_invitations`')->fetchOne();
		$this->data('PUT', "/members/{$this->cards['berthe']}", 'peire', ['version' => $version, 'contact' => ['email' => 'bérthe@example.org']]);
		$refused = $this->kernel->get(\OCA\Reseau\Member\Consent\Refusals::class)->hash('bérthe@example.org');
		$db->executeStatement('UPDATE `*PREFIX*reseau_invitations` SET address_hash = ? WHERE address_hash = ?', [$refused, $hash]);
		$thread = $this->start('odile', 'berthe', 'Encore un mot.');
		self::assertSame([true, false], array_column($thread['messages'], 'direct'));
		self::assertNull($thread['messages'][1]['undelivered']);
		self::assertSame(['Odile Marcenac wrote to Berthe Fournil, whose card you keep', 'Berthe Fournil agreed to the card you keep'], $this->notified('peire'));
	}

	public function testTheTokenIsNotInTheDatabase(): void {
		[, $token] = $this->begin();
		$rows = $this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_parties`')->fetchAll();
		self::assertStringNotContainsString($token, json_encode($rows, JSON_THROW_ON_ERROR));
	}
}
