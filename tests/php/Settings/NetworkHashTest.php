<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Settings;

use OCA\Reseau\Integration\GiveHashKey;
use OCA\Reseau\Member\Card\ErasedMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Settings\NetworkHash;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use OCP\Security\ICrypto;

/** What the network recognizes without storing it: with a key of its own, and what earlier versions hashed with the secret of the instance. */
class NetworkHashTest extends NetworkTestCase {
	public function testTheKeyIsGivenOnceAndIsNotTheInstances(): void {
		$hashes = $this->kernel->get(NetworkHash::class);
		$key = $hashes->key();
		self::assertMatchesRegularExpression('/^[A-Za-z0-9]{64}$/', $key);
		$this->kernel->get(GiveHashKey::class)->run($this->createStub(IOutput::class));
		self::assertSame($key, $hashes->key());
		self::assertNotSame(self::former($this->kernel->get(ICrypto::class), 'a'), $hashes->of('a'));
		self::assertNotSame($hashes->of('a'), $hashes->of('b'));
		$hash = $hashes->of('a');
		$this->kernel->config['secret'] = 'another';
		self::assertSame($hash, $hashes->of('a'));
	}

	public function testWhatEarlierVersionsHashedIsStillRecognized(): void {
		$crypto = $this->kernel->get(ICrypto::class);
		$db = $this->kernel->get(IDBConnection::class);
		$address = self::former($crypto, 'reseau refused email jamais@example.org');
		$db->insertIgnoreConflict('reseau_refusals', ['hash' => $address, 'refused_on' => '2026-11-01']);
		$db->insertIgnoreConflict('reseau_erased', ['hash' => self::former($crypto, 'reseau erased yvon')]);
		$refusals = $this->kernel->get(Refusals::class);
		self::assertSame([$refusals->hash('jamais@example.org') => true], $refusals->among(['email' => 'Jamais@example.org'], ['email' => 'autre@example.org']));
		self::assertSame(['yvon'], $this->kernel->get(ErasedMapper::class)->among('yvon', 'ugo'));
		self::assertTrue($refusals->isHashOf('jamais@example.org', $address));
		self::assertFalse($refusals->isHashOf('autre@example.org', $address));
		self::assertFalse($refusals->isHashOf('', null));
		// A card of that person is refused, until they agreed later.
		$this->facilitator('odile');
		$card = $this->data('POST', '/members', 'odile', ['name' => 'Jamais'], 201);
		$this->assertRefused(422, 'refused', 'PUT', "/members/{$card['id']}", 'odile', ['version' => $card['version'], 'contact' => ['email' => 'jamais@example.org']]);
		$this->data('POST', "/members/{$card['id']}/consent", 'odile', ['date' => '2026-11-20', 'how' => 'De vive voix']);
		$this->data('PUT', "/members/{$card['id']}", 'odile', ['version' => $card['version'], 'contact' => ['email' => 'jamais@example.org']]);
		self::assertSame([], $refusals->among(['email' => 'jamais@example.org']));
	}

	private static function former(ICrypto $crypto, string $text): string {
		return hash('sha256', $crypto->calculateHMAC($text));
	}
}
