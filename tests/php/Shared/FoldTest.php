<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Fold;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

class FoldTest extends TestCase {
	#[TestWith(['Hélène d’Ægir-Œuvré', 'helene d aegir oeuvre'])]
	#[TestWith(["e\u{301}le\u{300}ve", 'eleve'])]
	#[TestWith(['  ÇA  VA ? ', 'ca va'])]
	#[TestWith(['Straße Łódź', 'strasse lodz'])]
	#[TestWith(['王 2', '王 2'])]
	#[TestWith(['…', ''])]
	public function testFold(string $text, string $folded): void {
		self::assertSame($folded, Fold::text($text));
		self::assertSame($folded, Fold::text($folded));
	}

	/** Text without a mark takes a shorter way to the same. */
	public function testAsciiTextIsFoldedLikeAnyOther(): void {
		mt_srand(7);
		for ($i = 0; $i < 500; $i++) {
			$text = implode('', array_map(static fn (): string => chr(mt_rand(1, 126)), range(1, mt_rand(1, 30))));
			self::assertSame(trim('e ' . Fold::text($text)), Fold::text("É $text"), $text);
		}
	}
}
