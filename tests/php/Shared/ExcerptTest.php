<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Excerpt;
use PHPUnit\Framework\TestCase;

class ExcerptTest extends TestCase {
	public function testTheBeginningOfATextInOneLine(): void {
		self::assertSame('', Excerpt::of(" \n ", 10));
		self::assertSame('Été à deux', Excerpt::of(" Été\n\nà  deux ", 10));
		self::assertSame('Venez : · avec une caisse · à deux', Excerpt::of("Venez :\n\n- avec une caisse\n  * à deux", 40));
		self::assertSame('Venez…', Excerpt::of("Venez :\n\n- avec une caisse", 9));
	}

	public function testIsCutAsInTheBrowser(): void {
		foreach (json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/cut.json'), true) as ['text' => $text, 'most' => $most, 'cut' => $cut]) {
			self::assertSame($cut, Excerpt::of($text, $most));
		}
	}
}
