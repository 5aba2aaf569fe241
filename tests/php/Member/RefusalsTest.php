<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Member\Consent\RefusalMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;

/** A person who refused is recognized however their address and telephone are written, and their latest choice counts. */
class RefusalsTest extends NetworkTestCase {
	private Refusals $refusals;

	protected function setUp(): void {
		parent::setUp();
		$this->refusals = $this->kernel->get(Refusals::class);
	}

	/** @return iterable<array{string, string, bool}> two ways to write a telephone, whether they are the same */
	public static function telephones(): iterable {
		yield ['01 99 00 11 06', '01.99.00.11.06', true];
		yield ['01 99 00 11 06', '+33 1 99 00 11 06', true];
		yield ['01 99 00 11 06', '+33 (0)1 99 00 11 06', true];
		yield ['01 99 00 11 06', ' 0033 1-99-00-11-06', true];
		yield ['01 99 00 11 06', '01 99 00 11 07', false];
		yield ['01 99 00 11 06', '+32 1 99 00 11 06', false];
	}

	#[DataProvider('telephones')]
	public function testTelephonesAreComparedAsTheyAreDialled(string $one, string $other, bool $same): void {
		self::assertSame($same, $this->refusals->phoneHash($one) === $this->refusals->phoneHash($other));
	}

	public function testFewDigitsAreNoTelephone(): void {
		self::assertNull($this->refusals->phoneHash('1 23 45'));
		self::assertNotNull($this->refusals->phoneHash('12 34 56'));
		self::assertNull($this->refusals->phoneHash('à demander'));
		// A person who wrote "12345" because they have no number blocks no one else.
		$this->refusals->remember(['phone' => '1 23 45'], true);
		$this->refusals->requireNone(['phone' => '1 23 45']);
		self::assertSame(0, $this->rows());
	}

	public function testAddressesAreComparedAsMailProgramsDo(): void {
		$hash = $this->refusals->hash('jérôme@example.org');
		self::assertSame($hash, $this->refusals->hash(" JE\u{301}RO\u{302}ME@Example.org\n"));
		self::assertNotSame($hash, $this->refusals->hash('jerome@example.org'));
		self::assertSame('', $this->refusals->hash(' '));
	}

	public function testARefusalIsRememberedOnceADay(): void {
		$contact = ['email' => 'sans.compte@example.org', 'phone' => '01 99 00 11 06'];
		$email = $this->refusals->hash($contact['email']);
		$this->refusals->remember($contact, true, $email, $email);
		$this->refusals->remember($contact, true);
		self::assertSame(2, $this->rows());
		$this->later(1);
		$this->refusals->remember(['email' => $contact['email']], true);
		self::assertSame(3, $this->rows());
		$mapper = $this->kernel->get(RefusalMapper::class);
		self::assertSame('2026-11-25', $mapper->lastOf($email));
		self::assertSame('2026-11-24', $mapper->lastOf((string)$this->refusals->phoneHash($contact['phone'])));
	}

	public function testTheReasonNamesWhatWasRefused(): void {
		$this->refusals->remember(['phone' => '01 99 00 11 06'], true);
		self::assertSame('contact.phone', $this->refused(['email' => 'sans.compte@example.org', 'phone' => '0033199001106']));
		self::assertNull($this->refused(['email' => 'sans.compte@example.org']));
		$this->refusals->remember(['email' => 'sans.compte@example.org'], true);
		self::assertSame('contact.email', $this->refused(['email' => 'sans.compte@example.org', 'phone' => '0033199001106']));
		// What was there before is not new.
		self::assertNull($this->refused(['email' => 'sans.compte@example.org'], ['email' => 'sans.compte@example.org']));
	}

	public function testTheLatestWordCounts(): void {
		$this->account('alice');
		$card = $this->data('POST', '/members', 'alice', ['name' => 'Sans Compte'], 201)['id'];
		$contact = ['email' => 'sans.compte@example.org'];
		$this->refusals->remember($contact, true);
		self::assertSame('contact.email', $this->refusedSince($card, $contact));
		$this->consent($card, '2026-11-23');
		self::assertSame('contact.email', $this->refusedSince($card, $contact), 'the day before');
		self::assertSame(1, $this->rows());
		$this->consent($card, '2026-11-24');
		self::assertNull($this->refusedSince($card, $contact), 'the same day');
		self::assertSame(0, $this->rows(), 'the consent cancels the refusal');
		self::assertNull($this->refused($contact));
		// A later refusal counts again.
		$this->later(1);
		$this->refusals->remember($contact, true);
		self::assertSame('contact.email', $this->refusedSince($card, $contact));
		self::assertNull($this->refusedSince($card, ['email' => 'une.autre@example.org']));
		self::assertSame(1, $this->rows());
	}

	public function testAConsentCancelsOnlyItsOwnRefusals(): void {
		$this->account('alice');
		$card = $this->data('POST', '/members', 'alice', ['name' => 'Sans Compte'], 201)['id'];
		$this->refusals->remember(['email' => 'sans.compte@example.org', 'phone' => '01 99 00 11 06'], true);
		$this->refusals->remember(['email' => 'une.autre@example.org'], true);
		$this->consent($card, '2026-11-24');
		self::assertNull($this->refusedSince($card, ['email' => 'sans.compte@example.org', 'phone' => '01 99 00 11 06']));
		self::assertSame('contact.email', $this->refused(['email' => 'une.autre@example.org']));
		self::assertSame(1, $this->rows());
	}

	private function consent(int $card, string $date): void {
		$this->data('POST', "/members/$card/consent", 'alice', ['date' => $date, 'how' => 'De vive voix']);
	}

	/**
	 * @param array<string, string> $contact
	 * @param array<string, string> $before
	 */
	private function refused(array $contact, array $before = []): ?string {
		return self::field(fn () => $this->refusals->requireNone($contact, $before));
	}

	/** @param array<string, string> $contact */
	private function refusedSince(int $card, array $contact): ?string {
		return self::field(fn () => $this->refusals->requireNoneSince($card, $contact));
	}

	private static function field(callable $check): ?string {
		try {
			$check();
			return null;
		} catch (ReasonException $e) {
			self::assertSame('refused', $e->reason);
			return $e->details['field'];
		}
	}

	private function rows(): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM *PREFIX*reseau_refusals')->fetchOne();
	}

	private function later(int $days): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $days * 86_400);
	}
}
