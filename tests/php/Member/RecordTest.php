<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Member\Export\NetworkExport;
use OCA\Reseau\Tests\NetworkTestCase;

/** The record of consents says who agreed to what, how and when, through a card's whole life; a person's export has all of it. */
class RecordTest extends NetworkTestCase {
	private const NOW = '2026-11-24T12:00:00+00:00';
	private const LATER = '2026-11-25T12:00:00+00:00';

	protected function setUp(): void {
		parent::setUp();
		foreach (['alice', 'bob', 'victor'] as $uid) {
			$this->account($uid);
		}
		$this->facilitator('fanny');
	}

	public function testAPersonsOwnCard(): void {
		$card = $this->card('alice', ['name' => 'Alice', 'drives' => 'La brebis']);
		$this->later(1);
		$export = $this->data('GET', "/members/{$card['id']}/export", 'alice');
		self::assertSame(['reseau-member-1', self::LATER, self::NOW], [$export['format'], $export['exported'], $export['created']]);
		self::assertSame(['asked' => null, 'reminded' => null], $export['stillTrue']);
		self::assertSame([null, null, []], [$export['claimLink'], $export['consentLink'], $export['searches']]);
		self::assertSame(['Alice', 'La brebis', 'alice'], [$export['member']['name'], $export['member']['drives'], $export['member']['uid']]);
		self::assertNotSame([], $export['notified']);
		self::assertSame([$this->entry('written by the person', '2026-11-24', 'alice')], $export['consents']);
		$this->data('PUT', '/members/me', 'alice', ['drives' => 'La chèvre', 'version' => $card['version']]);
		self::assertCount(1, $this->consents($card['id'], 'alice'), 'a change of the card is no consent');
	}

	public function testAnAccountWithoutANameOfItsOwn(): void {
		self::assertSame('Bob', $this->card('bob', ['drives' => 'Le bois'])['name']);
	}

	public function testAKeptCardThatItsPersonTakesOver(): void {
		$card = $this->data('POST', '/members', 'alice', ['name' => 'Sans Compte', 'contact' => ['email' => 'sans@example.org']], 201)['id'];
		foreach ([1, 2] as $_) {
			$this->data('POST', "/members/$card/consent", 'alice', ['date' => '2026-11-20', 'how' => 'Sur papier']);
		}
		$paper = $this->entry('Sur papier', '2026-11-20', 'alice');
		self::assertSame([$paper], $this->consents($card, 'alice'), 'sent twice, it is one consent');
		$this->data('POST', "/members/$card/consent", 'alice', ['date' => '2026-11-21', 'how' => 'Sur papier']);
		$again = $this->entry('Sur papier', '2026-11-21', 'alice');
		self::assertSame([$paper, $again], $this->consents($card, 'alice'));

		$this->later(1);
		$token = basename($this->data('POST', "/members/$card/claim-link", 'alice', [], 201)['url']);
		$export = $this->data('GET', "/members/$card/export", 'alice');
		self::assertSame(['by' => 'alice', 'expires' => '2026-12-25T12:00:00+00:00'], $export['claimLink']);
		self::assertNull($export['notified']);
		$this->data('POST', "/claims/$token", 'victor', []);
		$taken = $this->entry('taken over by the person', '2026-11-25', 'victor', recorded: self::LATER);
		self::assertSame([$paper, $again, $taken], $this->consents($card, 'victor'));
		self::assertNull($this->data('GET', "/members/$card/export", 'victor')['claimLink']);
	}

	public function testTheConsentsOfMergedCardsAreAllKept(): void {
		$kept = $this->keptCard('alice')['id'];
		$this->card('bob');
		$token = basename($this->data('POST', "/members/$kept/claim-link", 'alice', [], 201)['url']);
		$this->data('POST', "/claims/$token", 'bob', ['merge' => true]);
		self::assertEqualsCanonicalizing([
			$this->entry('De vive voix', '2026-11-20', 'alice'),
			$this->entry('written by the person', '2026-11-24', 'bob'),
			$this->entry('taken over by the person', '2026-11-24', 'bob'),
		], $this->consents($kept, 'bob'));
	}

	public function testAWithdrawalIsRecorded(): void {
		$card = $this->keptCard('alice');
		$this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => 'withdrawn', 'version' => $card['version']]);
		self::assertSame(['card', 'card_ended'], array_column($this->consents($card['id'], 'alice'), 'what'));
	}

	public function testALinkMadeByTheLastKeeperStopsWhenTheCardPassesOn(): void {
		$card = $this->keptCard('alice')['id'];
		$token = basename($this->data('POST', "/members/$card/claim-link", 'alice', [], 201)['url']);
		$this->data('PUT', "/members/$card/steward", 'alice', ['uid' => 'fanny']);
		$this->assertRefused(404, 'claim_gone', 'GET', "/claims/$token", 'victor');
		$version = $this->data('GET', "/members/$card", 'fanny')['version'];
		$this->data('PUT', "/members/$card/steward", 'fanny', ['uid' => 'fanny']);
		self::assertSame($version, $this->data('GET', "/members/$card", 'fanny')['version'], 'to the same keeper nothing changes');
	}

	public function testTheAdministratorsCopyOfTheNetwork(): void {
		$this->card('bob', ['name' => 'Bob', 'drives' => 'Le bois', 'contact' => ['phone' => '01 99 00 11 06'], 'audience' => ['drives' => 'groups', 'contact' => 'me']]);
		$kept = $this->keptCard('alice', ['name' => 'Sans Compte', 'skills' => ['tonte']]);
		$this->data('POST', '/members', 'alice', ['name' => 'Brouillon'], 201);
		$this->later(1);
		$rows = array_column($this->kernel->get(NetworkExport::class)->export(), null, 'name');
		self::assertSame(['Bob', 'Sans Compte', 'Brouillon'], array_keys($rows));
		self::assertSame([
			['Le bois', true, 'bob', 'published', '2026-11-24', '2026-11-24', ['phone' => '01 99 00 11 06']],
			['groups', 'me'],
		], [
			[$rows['Bob']['drives'], $rows['Bob']['account'], $rows['Bob']['uid'], $rows['Bob']['status'], $rows['Bob']['joined'], $rows['Bob']['confirmed'], (array)$rows['Bob']['contact']],
			[$rows['Bob']['audience']['drives'], $rows['Bob']['audience']['contact']],
		]);
		self::assertSame([[], []], [array_diff(['id', 'name', 'account', 'status'], array_keys($rows['Bob'])), array_intersect(['steward', 'consent'], array_keys($rows['Bob']))]);
		$without = $rows['Sans Compte'];
		self::assertSame([['tonte'], false, 'alice', ['date' => '2026-11-20', 'how' => 'De vive voix']], [$without['skills'], $without['account'], $without['steward'], $without['consent']]);
		self::assertArrayNotHasKey('uid', $without);
		self::assertArrayNotHasKey('consent', $rows['Brouillon']);
		self::assertSame('draft', $rows['Brouillon']['status']);
		// Exported again, each card has the same name of its own.
		self::assertCount(3, array_unique(array_column($rows, 'id')));
		self::assertSame(array_column($rows, 'id'), array_column($this->kernel->get(NetworkExport::class)->export(), 'id'));
		self::assertSame($kept['id'], $this->data('GET', "/members/{$kept['id']}", 'alice')['id']);
	}

	/** @return array<string, ?string> */
	private function entry(string $how, string $date, string $by, string $what = 'card', string $recorded = self::NOW): array {
		return ['what' => $what, 'version' => '', 'how' => $how, 'date' => $date, 'by' => $by, 'recorded' => $recorded];
	}

	/** @return list<array<string, ?string>> */
	private function consents(int $card, string $keeper): array {
		return $this->data('GET', "/members/$card/export", $keeper)['consents'];
	}

	private function later(int $days): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $days * 86_400);
	}
}
