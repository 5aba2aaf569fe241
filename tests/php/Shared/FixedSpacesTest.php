<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\FixedSpaces;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class FixedSpacesTest extends TestCase {
	/** @return iterable<string, array{text: string, shown: string}> */
	public static function cases(): iterable {
		foreach (json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/fixed-spaces.json'), true, 4, JSON_THROW_ON_ERROR) as $case) {
			yield $case['text'] => $case;
		}
	}

	#[DataProvider('cases')]
	public function testAsTheBrowserDoes(string $text, string $shown): void {
		self::assertSame($shown, FixedSpaces::in($text));
		self::assertSame($shown, FixedSpaces::in($shown));
	}
}
