<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Elision;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class ElisionTest extends TestCase {
	/** @return list<array{string, string, string, string}> language, words, name, the result */
	public static function shared(): array {
		return json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/elision.json'), true, 3, JSON_THROW_ON_ERROR);
	}

	#[DataProvider('shared')]
	public function testWordsBeforeANameAsOnTheOtherSide(string $language, string $words, string $name, string $expected): void {
		self::assertSame($expected, Elision::before($words, $name, $language) . $name);
	}
}
