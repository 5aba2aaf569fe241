<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Integration\NoticesJob;
use OCA\Reseau\Tests\Library\LibraryTestCase;
use OCP\IUserManager;

/**
 * Every mail, word by word, as it arrives: tests/fixtures/mails holds them for people to read. Each is written to people with an address to
 * reply to and, where that changes its words, by people without one.
 */
class MailTextsTest extends LibraryTestCase {
	private const FIXTURES = __DIR__ . '/../../fixtures/mails';
	private const DAY = 86_400;

	/** Berthe Fournil has no account: Linh keeps her card. */
	private int $berthe;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'linh', 'romain'] as $uid) {
			$this->address($uid, "$uid@example.org");
		}
		$this->berthe = $this->data('POST', '/members', 'linh', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
	}

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

	public function testGroupAskedByAnAccountWithoutAnAddress(): void {
		$this->address('odile', '');
		$this->askToJoin('');
		$this->assertMail('ask-without-reply');
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
		$plain = preg_replace('~(/(?:consent|claim|reply|notice|sign|ask|mails)/)[\w-]+~', '$1…', $mail['plain']);
		$text = implode("\n", [
			'To: ' . json_encode($mail['to'], JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR),
			'Reply to: ' . implode(', ', array_keys($mail['replyTo'] ?? [])),
			"Subject: {$mail['subject']}",
			'',
			trim($plain),
			'',
		]);
		self::assertStringEqualsFile(self::FIXTURES . "/$name.txt", $text);
		// The other form says the same: its words are there in this order.
		$html = html_entity_decode(strip_tags(str_replace('<br>', "\n", $mail['html'])), ENT_QUOTES);
		self::assertStringContainsString('<header', $mail['html']);
		foreach (array_filter(array_map(trim(...), explode("\n", preg_replace('~(?:: )?http\S+~', '', $mail['plain'])))) as $line) {
			self::assertStringContainsString($line === '--' ? '' : $line, $html);
		}
	}

	private function address(string $uid, string $address): void {
		$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress($address);
	}

	private function later(int $days): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $days * self::DAY);
	}

	/** Berthe agrees to her card, by the link of a mail or on paper. */
	private function agreed(string $how = 'mail'): void {
		if ($how === 'mail') {
			$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
			preg_match('~/consent/(\w+)~', $this->kernel->mails()[0]['plain'], $found);
			$this->kernel->request('POST', "/index.php/apps/reseau/consent/$found[1]", null, ['answer' => 'accept', 'version' => 1]);
			return;
		}
		$this->data('POST', "/members/$this->berthe/consent", 'linh', ['date' => '2026-11-20', 'how' => 'De vive voix']);
		$this->data('PUT', "/members/$this->berthe/status", 'linh', ['status' => 'published', 'version' => 1]);
	}

	private function write(string $path, string $text = 'Votre grange est-elle libre ?', string $uid = 'odile'): void {
		$this->data('POST', $path, $uid, ['text' => $text, 'key' => bin2hex(random_bytes(8))], 201);
	}

	/** @param array<string, mixed> $words */
	private function notice(string $uid, array $words = []): int {
		return $this->data('POST', '/notices', $uid, $words + ['kind' => 'offer', 'title' => 'Un pressoir à prêter', 'key' => 'key-pressoir'], 201)['id'];
	}

	private function introduced(int $card): void {
		$id = $this->data('POST', "/matches/$card/introduction", 'odile', ['mediated' => true], 201)['id'];
		$this->data('POST', "/introductions/$id/accept", 'linh');
		$this->data('POST', "/introductions/$id/mediation", 'romain');
		$this->data('PUT', "/introductions/$id/mediation", 'romain', ['place' => 'Café du marché, Limoux', 'day' => '2026-12-03', 'time' => '18:00']);
	}

	/** @param array<string, mixed> $words */
	private function askToSign(array $words = []): void {
		$file = $this->file('eau.md', 'Pour l’eau.');
		$this->published($file, $words + ['kind' => 'manifesto', 'title' => 'Manifeste']);
		$this->data('POST', "/sheets/$file/signatures/mail", 'romain', ['name' => 'Paul Courriel', 'email' => 'paul@example.org'], 201);
	}

	private function askToJoin(string $purpose): void {
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => $purpose], 201)['id'];
		$this->data('POST', "/groups/$group/asks", 'odile', ['people' => [['key' => 'a', 'name' => 'Berthe Fournil', 'email' => 'berthe@example.org']]]);
	}

	/** What Odile gets the next morning when these wrote to her. */
	private function daily(string ...$from): void {
		$this->data('PUT', '/notified', 'odile', ['kind' => Kind::Message->value, 'timing' => Timing::Daily->value]);
		foreach ($from as $uid) {
			if (!isset($this->cards[$uid])) {
				$this->account($uid);
				$this->card($uid, ['name' => ucfirst($uid)]);
			}
			$this->write("/members/{$this->cards['odile']['id']}/conversations", uid: $uid);
		}
		$this->later(1);
		$this->kernel->runJob(DailyMailJob::class);
	}
}
