<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestWith;

/** What is not corrected although nobody has it: names of places and of people, and words that people use. */
#[Group('databases')]
class WordsThatStayTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
		$this->card('alice', ['name' => 'Alice', 'drives' => 'Une fois, mille voix, des sommes et des jardins', 'audience' => ['drives' => 'members']]);
	}

	#[TestWith(['Foix'])]
	#[TestWith(['foix'])]
	#[TestWith(['miel'])]
	#[TestWith(['pommes'])]
	public function testIsNotCorrected(string $word): void {
		$found = $this->data('GET', '/members', 'bob', ['q' => $word]);
		self::assertSame([0, false], [$found['total'], isset($found['corrected'])]);
	}

	#[TestWith(['jadrins', 'jardins'])]
	#[TestWith(['mllle', 'mille'])]
	public function testASlipIs(string $slip, string $word): void {
		self::assertSame([['from' => $slip, 'to' => $word]], $this->data('GET', '/members', 'bob', ['q' => $slip])['corrected']);
	}

	public function testTheNameOfAPersonIsNotCorrectedIntoAWord(): void {
		$this->data('POST', '/notices', 'alice', ['kind' => 'offer', 'title' => 'Des kerguelos', 'key' => 'notice-of-alice'], 201);
		$corrected = fn (): bool => isset($this->data('GET', '/notices', 'bob', ['q' => 'Kerguelas'])['corrected']);
		self::assertTrue($corrected());
		$this->account('chloe');
		$this->card('chloe', ['name' => 'Chloé Kerguelas']);
		self::assertFalse($corrected());
	}

	public function testAWordOfAHiddenPartIsNoReason(): void {
		$this->data('POST', '/notices', 'alice', ['kind' => 'offer', 'title' => 'Des kerguelos', 'key' => 'notice-of-alice'], 201);
		$before = $this->data('GET', '/notices', 'bob', ['q' => 'Kerguelas']);
		$this->account('chloe');
		$this->card('chloe', ['name' => 'Chloé', 'drives' => 'Kerguelas', 'audience' => ['drives' => 'me']]);
		self::assertSame($before, $this->data('GET', '/notices', 'bob', ['q' => 'Kerguelas']));
	}
}
