<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Tests\NetworkTestCase;

/** Cards that are printed or put in a file. */
class HandoutsTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
	}

	public function testPartsForTheKeeperAreNotExported(): void {
		$mine = $this->card('alice', self::fullCard('a', Audience::Members));
		$this->data('PUT', '/members/me', 'alice', ['audience' => ['phone' => 'me', 'drives' => 'me', 'limits' => 'groups'], 'version' => $mine['version']]);
		$kept = $this->keptCard('alice', ['contact' => ['email' => 'sans@example.org', 'phone' => '06'], 'audience' => ['contact' => 'me']]);
		$cards = array_column($this->data('GET', '/members/handouts', 'alice')['members'], null, 'id');
		self::assertSame(['email' => 'contact-a@example.org'], $cards[$mine['id']]['contact']);
		self::assertArrayNotHasKey('drives', $cards[$mine['id']]);
		self::assertSame('limits-a', $cards[$mine['id']]['limits']);
		self::assertArrayNotHasKey('contact', $cards[$kept['id']]);
		foreach (['version', 'audience', 'consent', 'can', 'updated', 'together', 'status', 'ref'] as $internal) {
			self::assertArrayNotHasKey($internal, $cards[$kept['id']]);
		}
	}

	public function testChosenPeopleAreExportedInOrderAndOnce(): void {
		$alice = $this->card('alice')['id'];
		$bob = $this->card('bob')['id'];
		$answer = $this->data('GET', '/members/handouts', 'alice', ['ids' => [$bob, $alice, $bob, 999_999]]);
		self::assertSame([$bob, $alice], array_column($answer['members'], 'id'));
		self::assertSame([2, false, null], [$answer['total'], $answer['more'], $answer['next']]);
		self::assertSame([], $this->data('GET', '/members/handouts', 'alice', ['ids' => [999_999]])['members']);
	}

	public function testHiddenPeopleAreNotExportedEvenForTheirKeeper(): void {
		$draft = $this->data('POST', '/members', 'alice', ['name' => 'Brouillon'], 201);
		self::assertSame([], $this->data('GET', '/members/handouts', 'alice', ['ids' => [$draft['id']]])['members']);
	}

	public function testCorrectionsAreShownAsInTheDirectory(): void {
		$this->card('bob', ['drives' => 'Un jardin']);
		$answer = $this->data('GET', '/members/handouts', 'alice', ['q' => 'jadrin']);
		self::assertSame([['from' => 'jadrin', 'to' => 'jardin']], $answer['corrected']);
		self::assertSame(['Bob'], array_column($answer['members'], 'name'));
	}

	public function testInvalidIdsOfPeopleAreRefused(): void {
		foreach (['7', ['x'], [[7]], ['a' => 7]] as $ids) {
			$this->assertRefused(400, 'wrong_type', 'GET', '/members/handouts', 'alice', ['ids' => $ids]);
		}
		$refusal = $this->assertRefused(400, 'too_many', 'GET', '/members/handouts', 'alice', ['ids' => range(1, 101)]);
		self::assertSame(100, $refusal['max']);
	}
}
