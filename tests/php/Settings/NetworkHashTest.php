<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Settings;

use OCA\Reseau\Integration\GiveHashKey;
use OCA\Reseau\Member\Asking\AnswerConsent;
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

	public function testAListImportedByAnEarlierVersionKnowsItsCards(): void {
		$this->facilitator('fanny');
		[$renamed, $erased] = $this->import([['id' => 'r1', 'name' => 'Yvon'], ['id' => 'r2', 'name' => 'Ugo']], '0a');
		$db = $this->kernel->get(IDBConnection::class)->doctrine;
		foreach ([$renamed['member'] => 'r1', $erased['member'] => 'r2'] as $member => $id) {
			$person = self::former($this->kernel->get(ICrypto::class), 'reseau import ' . json_encode(['fanny', 'id', $id], JSON_THROW_ON_ERROR));
			$db->executeStatement('UPDATE oc_reseau_members SET ref = ? WHERE id = ?', [$person, $member]);
			$db->executeStatement('UPDATE oc_reseau_import_rows SET person = ? WHERE member_id = ?', [$person, $member]);
		}
		$this->data('DELETE', "/members/{$erased['member']}", 'fanny');
		$rows = $this->import([['id' => 'r1', 'name' => 'Yves'], ['id' => 'r2', 'name' => 'Ugo']], '0b');
		self::assertSame([['updated', $renamed['member'], null], ['skipped', null, 'erased']], array_map(static fn (array $row): array => [$row['outcome'], $row['member'] ?? null, $row['why'] ?? null], $rows));
		self::assertSame(1, $this->data('GET', '/members/kept', 'fanny')['total']);
	}

	public function testAnImportThatAnEarlierVersionBeganKnowsItsRows(): void {
		$this->facilitator('fanny');
		$import = $this->begin(2, '0a');
		$row = ['id' => 'r1', 'name' => 'Yvon'];
		$this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => [['position' => 1, 'row' => $row]]]);
		$person = self::former($this->kernel->get(ICrypto::class), 'reseau import ' . json_encode(['fanny', 'id', 'r1'], JSON_THROW_ON_ERROR));
		$this->kernel->get(IDBConnection::class)->doctrine->executeStatement('UPDATE oc_reseau_import_rows SET person = ?', [$person]);
		$again = $this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => [['position' => 2, 'row' => $row]]])['rows'][0];
		self::assertSame(['duplicate_row', 1], [$again['why'], $again['first']]);
	}

	public function testAnAgreementByALinkOfAnEarlierVersionIsKnown(): void {
		$this->facilitator('odile');
		$card = $this->keptCard('odile', ['name' => 'Yvon', 'contact' => ['email' => 'yvon@example.org']]);
		$crypto = $this->kernel->get(ICrypto::class);
		$this->kernel->get(IDBConnection::class)->insertIgnoreConflict('reseau_invitations', ['member_id' => $card['id'], 'token_hash' => str_repeat('0', 64), 'address_hash' => self::former($crypto, 'reseau refused email yvon@example.org'), 'made_at' => 1]);
		$hash = $this->kernel->get(Refusals::class)->hash('yvon@example.org');
		self::assertSame($card['id'], $this->kernel->get(AnswerConsent::class)->agreedAt('Yvon@example.org', $hash)?->ownerId());
		self::assertNull($this->kernel->get(AnswerConsent::class)->agreedAt('', $hash));
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<array<string, mixed>>
	 */
	private function import(array $rows, string $hash): array {
		$import = $this->begin(count($rows), $hash);
		return $this->data('POST', "/imports/$import/rows", 'fanny', ['rows' => array_map(static fn (array $row, int $i): array => ['position' => $i + 1, 'row' => $row], $rows, array_keys($rows))])['rows'];
	}

	private function begin(int $total, string $hash): int {
		return $this->data('POST', '/imports', 'fanny', ['hash' => str_repeat($hash, 32), 'total' => $total, 'mapping' => '{}', 'answers' => '{}'], 201)['import']['id'];
	}

	private static function former(ICrypto $crypto, string $text): string {
		return hash('sha256', $crypto->calculateHMAC($text));
	}
}
