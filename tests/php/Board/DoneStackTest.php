<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Board;

use OCA\Deck\Db\Stack;
use OCA\Reseau\Board\DoneStack;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class DoneStackTest extends TestCase {
	/** @return iterable<string, array{string, bool}> the titles of src/board/summary.spec.ts */
	public static function titles(): iterable {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/done-stacks.json'), true, 4, JSON_THROW_ON_ERROR);
		foreach (['done' => true, 'open' => false] as $kind => $isDone) {
			foreach ($shared[$kind] as $title) {
				yield "“{$title}”" => [$title, $isDone];
			}
		}
	}

	#[DataProvider('titles')]
	public function testTheStackOfFinishedCardsIsKnownByItsName(string $title, bool $isDone): void {
		self::assertSame($isDone, DoneStack::matches(new Stack(['id' => 1, 'title' => $title])));
	}

	public function testDeckSaysWhichStackItIs(): void {
		self::assertTrue(DoneStack::matches(new Stack(['id' => 1, 'title' => 'Archives du groupe', 'isDoneColumn' => true])));
	}
}
