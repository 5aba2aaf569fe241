<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Integration\Notifications\MinutesNotifier;
use OCA\Reseau\Minutes\AskTalk;
use OCA\Reseau\Minutes\MinutesNotifications;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IManager;
use PHPUnit\Framework\Attributes\Group;

/** A person invited by mail asks before they answer; the person who invited them writes back; neither sees the other's address. */
#[Group('databases')]
class AskTalkTest extends NetworkTestCase {
	private const ADDRESS = 'sans.compte@example.org';

	private int $group;

	private string $token;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'bob'] as $uid) {
			$this->account($uid);
			$this->kernel->get(IUserManager::class)->get($uid)->setEMailAddress("$uid@example.org");
			$this->card($uid, ['name' => ucfirst($uid)]);
		}
		$this->facilitator('fanny');
		$this->group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau'], 201)['id'];
		$this->data('POST', "/groups/$this->group/asks", 'odile', ['people' => [['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS]]]);
		self::assertSame(1, preg_match('~/ask/(\w{32})~', $this->kernel->mails()[0]['plain'], $found));
		$this->token = $found[1];
	}

	public function testAQuestionIsAnsweredWithoutAnAddress(): void {
		self::assertStringContainsString('Votre question est envoyée', $this->question('Est-ce loin ?'));
		$this->question('Est-ce loin ?');
		self::assertSame('Une personne que vous avez invitée au groupe « Eau » a une question', $this->notified('odile'));
		self::assertNull($this->notified('bob'));
		$ask = $this->asked()[0];
		self::assertSame([['mine' => false, 'text' => 'Est-ce loin ?', 'on' => '2026-11-24T12:00:00+00:00']], $ask['talk']);
		$line = ['kind' => 'ask_questions', 'group' => ['id' => $this->group, 'title' => 'Eau', 'teamId' => null], 'by' => 'Sans Compte', 'text' => 'Est-ce loin ?'];
		self::assertEquals([[$line], []], [$this->awaits('odile'), $this->awaits('bob')]);
		$answered = $this->data('POST', "/asks/{$ask['id']}/reply", 'odile', ['text' => "À deux pas.\r\nVenez."]);
		self::assertSame([], $this->awaits('odile'));
		self::assertSame([[false, 'Est-ce loin ?'], [true, "À deux pas.\nVenez."]], array_map(static fn (array $one): array => [$one['mine'], $one['text']], $answered['talk']));
		// Sent twice, it is one mail.
		$this->data('POST', "/asks/{$ask['id']}/reply", 'odile', ['text' => "À deux pas.\nVenez."]);
		$mails = $this->kernel->mails();
		self::assertCount(2, $mails);
		self::assertSame([[self::ADDRESS], []], [array_keys($mails[1]['to']), array_keys($mails[1]['replyTo'] ?? [])]);
		self::assertStringNotContainsString('odile@', $mails[1]['plain'] . $mails[1]['html']);
		$page = $this->page();
		foreach (['Vous avez demandé', 'Est-ce loin ?', 'Odile a répondu', 'À deux pas.'] as $words) {
			self::assertStringContainsString($words, $page);
		}
		// The conversation is deleted with the answer.
		$this->kernel->request('POST', "/index.php/apps/reseau/ask/$this->token", null, ['answer' => 'accept', 'name' => 'Sylvie']);
		self::assertStringNotContainsString('loin', json_encode($this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_asks`')->fetchAll(), JSON_THROW_ON_ERROR));
		$this->assertRefused(404, 'not_found', 'POST', "/asks/{$ask['id']}/reply", 'odile', ['text' => 'Trop tard']);
	}

	public function testOnlyThePersonWhoInvitedThemReadsIt(): void {
		$bob = $this->data('GET', '/members/me', 'bob')['id'];
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $bob]);
		$this->data('POST', "/groups/$this->group/join", 'bob', []);
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $bob, 'handOver' => false]);
		$this->question('Entre nous ?');
		$ask = $this->asked()[0];
		self::assertSame([1, 0], [count($ask['talk']), count($this->asked('bob')[0]['talk'])]);
		$this->assertRefused(403, 'not_yours', 'POST', "/asks/{$ask['id']}/reply", 'bob', ['text' => 'Oui']);
		$this->assertRefused(403, 'not_yours', 'POST', "/asks/{$ask['id']}/reply", 'fanny', ['text' => 'Oui']);
		// The account that invited them is gone: who decides about the group answers.
		$this->kernel->get(IUserManager::class)->get('odile')->delete();
		self::assertCount(1, $this->asked('bob')[0]['talk']);
		$this->data('POST', "/asks/{$ask['id']}/reply", 'bob', ['text' => 'Oui']);
		self::assertCount(2, $this->kernel->mails());
		self::assertStringNotContainsString('Poser d’abord', $this->page());
	}

	public function testWhatDoesNotFitIsRefused(): void {
		foreach (['' => 'écrivez d’abord', 'Lisez www.example.org' => 'ni lien ni adresse', str_repeat('x', AskTalk::TEXT + 1) => 'trop longue', "a\0b" => 'trop longue'] as $text => $words) {
			self::assertStringContainsString($words, $this->question((string)$text));
		}
		$ask = $this->asked()[0]['id'];
		self::assertSame([], $this->asked()[0]['talk']);
		$this->assertRefused(422, 'no_question', 'POST', "/asks/$ask/reply", 'odile', ['text' => 'Oui']);
		foreach (range(1, 5) as $n) {
			$this->question("Question $n ?");
		}
		self::assertStringContainsString('plusieurs', $this->question('Question 6 ?'));
		self::assertCount(5, $this->asked()[0]['talk']);
		foreach (['text_missing' => ' ', 'too_long' => str_repeat('x', AskTalk::TEXT + 1), 'bad_text' => "a\0b"] as $reason => $text) {
			$this->assertRefused(400, $reason, 'POST', "/asks/$ask/reply", 'odile', ['text' => $text]);
		}
		$this->assertRefused(400, 'wrong_type', 'POST', "/asks/$ask/reply", 'odile', []);
		$this->assertRefused(422, 'links_too_early', 'POST', "/asks/$ask/reply", 'odile', ['text' => 'Lisez www.example.org']);
		self::assertCount(1, $this->kernel->mails());
		try {
			$this->kernel->get(AskTalk::class)->question('unknown', 'Qui ?');
			self::fail();
		} catch (ReasonException $e) {
			self::assertSame('link_gone', $e->reason);
		}
	}

	private function question(string $text): string {
		return html_entity_decode($this->kernel->request('POST', "/index.php/apps/reseau/ask/$this->token", null, ['answer' => 'question', 'question' => $text])->body);
	}

	private function page(): string {
		return str_replace("\u{a0}", ' ', html_entity_decode($this->kernel->request('GET', "/index.php/apps/reseau/ask/$this->token")->body));
	}

	/** @return list<array<string, mixed>> */
	private function asked(string $uid = 'odile'): array {
		return $this->data('GET', "/groups/$this->group/asks", $uid);
	}

	/** @return list<array<string, mixed>> what waits on Home because of questions */
	private function awaits(string $uid): array {
		return array_values(array_filter($this->data('GET', '/home', $uid)['awaits'], static fn (array $line): bool => $line['kind'] === 'ask_questions'));
	}

	private function notified(string $uid): ?string {
		$notification = $this->kernel->get(IManager::class)->createNotification()->setApp('reseau')->setUser($uid)->setSubject(MinutesNotifications::ASKED)->setObject(MinutesNotifications::ASKED, (string)$this->group);
		try {
			return str_replace("\u{a0}", ' ', $this->kernel->get(MinutesNotifier::class)->prepare($notification, 'fr')->getParsedSubject());
		} catch (AlreadyProcessedException) {
			return null;
		}
	}
}
