<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use OCA\Reseau\Integration\NoticesJob;
use OCA\Reseau\Settings\Network;

/**
 * Every mail, word by word, as it arrives: tests/fixtures/mails holds them for people to read. Each is written to people with an address to
 * reply to and, where that changes its words, by people without one. A missing fixture is written, for a person to read.
 */
class MailTextsTest extends MailedTestCase {
	public function testConsent(): void {
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		$this->assertMail('consent');
	}

	public function testConsentFromAKeeperWithoutAnAddress(): void {
		$this->address('linh', '');
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		$this->assertMail('consent-without-reply');
	}

	public function testClaim(): void {
		$this->data('POST', "/members/$this->berthe/claim-link", 'linh', ['mail' => true], 201);
		$this->assertMail('claim');
	}

	public function testConsentThatWasGivenInAnotherWay(): void {
		$this->agreed(how: 'paper');
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		$this->assertMail('consent-given');
	}

	public function testMessage(): void {
		$this->write("/members/{$this->cards['linh']['id']}/conversations", "Bonjour,\r\n\r\nvotre grange est-elle libre ?\n\nOdile");
		$this->assertMail('message');
	}

	public function testMessageForAKeptCard(): void {
		$this->agreed(how: 'paper');
		$this->write("/members/$this->berthe/conversations");
		$this->assertMail('message-kept');
	}

	public function testMessageAboutANotice(): void {
		$notice = $this->notice('linh');
		$this->write("/notices/$notice/conversations");
		$this->assertMail('message-notice');
	}

	public function testMessageToAPersonWithoutAnAccount(): void {
		$this->agreed();
		$this->write("/members/$this->berthe/conversations");
		$this->assertMail('reply');
	}

	public function testMessageAboutANoticeToAPersonWithoutAnAccount(): void {
		$this->agreed();
		$notice = $this->notice('linh', ['memberId' => $this->berthe]);
		$this->write("/notices/$notice/conversations");
		$this->assertMail('reply-notice');
	}

	public function testLetterAskedFor(): void {
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
		$this->typed('subscribe', 'zoe@example.org');
		$this->assertMail('letter-asked');
	}

	public function testLetterAskedForAgain(): void {
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
		$this->data('PUT', '/subscription', 'odile', ['wants' => true]);
		$this->typed('subscribe', 'odile@example.org');
		$this->assertMail('letter-already');
	}

	public function testOwnPage(): void {
		$this->agreed(how: 'paper');
		$this->typed('own', 'berthe@example.org');
		$this->assertMail('own');
	}

	public function testNoOwnPage(): void {
		$this->typed('own', 'nobody@example.org');
		$this->assertMail('own-nothing');
	}

	public function testVisitorWhoWritesToAGroup(): void {
		$group = $this->shownGroup();
		$this->visitorWrites("group/$group");
		$this->assertMail('enquiry-confirm');
		$this->visitorSends();
		$this->assertMail('enquiry');
		$id = $this->data('GET', '/enquiries', 'odile')['enquiries'][0]['id'];
		$this->data('POST', "/enquiries/$id/answer", 'odile', ['text' => "Oui, mardi à 18 h 30.\n\nOdile : odile@example.org", 'named' => true]);
		$this->assertMail('enquiry-answer');
	}

	public function testVisitorWhoWritesToTheNetwork(): void {
		$this->shownGroup();
		$this->visitorWrites('network');
		$this->assertMail('enquiry-confirm-network');
		$this->visitorSends();
		$this->assertMail('enquiry-network');
		$id = $this->data('GET', '/enquiries', 'romain')['enquiries'][0]['id'];
		$this->data('PUT', '/showcase', 'romain', ['open' => false]);
		$this->data('POST', "/enquiries/$id/answer", 'romain', ['text' => 'Bienvenue.', 'named' => false]);
		$this->assertMail('enquiry-answer-unnamed');
	}

	private function visitorWrites(string $about): void {
		$this->kernel->request('POST', "/index.php/apps/reseau/public/write/$about", null, ['name' => 'Zoé Alric', 'email' => 'zoe@example.org', 'text' => "Bonjour,\n\nje lis www.example.org. Puis-je venir ?"]);
	}

	private function visitorSends(): void {
		$this->kernel->request('POST', '/index.php/apps/reseau/write/' . $this->token('write'), null, ['answer' => 'send']);
	}

	private function typed(string $page, string $address): void {
		$this->kernel->request('POST', "/index.php/apps/reseau/$page", null, ['email' => $address, 'name' => 'Zoé']);
	}

	public function testNoticeThatEnds(): void {
		$this->notice('linh');
		$this->later(53);
		$this->kernel->runJob(NoticesJob::class);
		$this->assertMail('notice-ends');
	}

	public function testAppointment(): void {
		$this->introduced($this->cards['linh']['id']);
		$this->assertMail('appointment');
	}

	public function testAppointmentOfAKeptCard(): void {
		$this->agreed(how: 'paper');
		$this->introduced($this->berthe);
		$this->assertMail('appointment-kept');
	}

	public function testSignature(): void {
		$this->askToSign(['summary' => 'Ce que nous voulons pour l’eau.']);
		$this->assertMail('sign');
	}

	public function testSignatureAskedByAnAccountWithoutAnAddress(): void {
		$this->address('romain', '');
		$this->askToSign();
		$this->assertMail('sign-without-reply');
	}

	public function testGroup(): void {
		$this->askToJoin('Garder l’eau là où elle tombe');
		$this->assertMail('ask');
	}

	public function testTwoGroups(): void {
		$this->askToJoinTwo();
		$this->assertMail('ask-two');
	}

	public function testAnswerToAQuestionAboutAGroup(): void {
		$this->askToJoin('');
		$this->kernel->request('POST', '/index.php/apps/reseau/ask/' . $this->token('ask'), null, ['answer' => 'question', 'question' => 'Est-ce loin du bourg ?']);
		$group = max(array_column($this->data('GET', '/groups', 'odile'), 'id'));
		$this->data('POST', "/asks/{$this->data('GET', "/groups/$group/asks", 'odile')[0]['id']}/reply", 'odile', ['text' => "À deux pas.\n\nOn peut venir vous chercher."]);
		$this->assertMail('ask-reply');
	}

	public function testDailyMail(): void {
		$this->daily('linh');
		$this->assertMail('daily');
	}

	public function testDailyMailOfSeveralThings(): void {
		$this->daily('linh', 'romain', 'berenice');
		$this->assertMail('daily-several');
	}

	/** The last mail, without its date and with dots in place of its secret. */
	private function assertMail(string $name): void {
		$mails = $this->kernel->mails();
		self::assertNotSame([], $mails);
		$mail = end($mails);
		$plain = preg_replace('~((?<!/public)/(?:consent|card|claim|reply|notice|sign|ask|mails|subscribe|leave|own|write)/)[\w-]+~', '$1…', $mail['plain']);
		$text = implode("\n", [
			'To: ' . json_encode($mail['to'], JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR),
			'Reply to: ' . implode(', ', array_keys($mail['replyTo'] ?? [])),
			'Auto-Submitted: ' . ($mail['headers']['Auto-Submitted'] ?? ''),
			"Subject: {$mail['subject']}",
			'',
			trim($plain),
			'',
		]);
		self::assertFixture("mails/$name.txt", $text);
		$this->assertOpenToItsReader($mail);
		// The other form says the same: its words are there in this order.
		$html = html_entity_decode(strip_tags(str_replace('<br>', "\n", $mail['html'])), ENT_QUOTES);
		self::assertStringContainsString('<header', $mail['html']);
		foreach (array_filter(array_map(trim(...), explode("\n", preg_replace('~(?:: )?http\S+~', '', $mail['plain'])))) as $line) {
			self::assertStringContainsString($line === '--' ? '' : $line, $html);
		}
	}
}
