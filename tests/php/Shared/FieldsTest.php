<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

class FieldsTest extends TestCase {
	#[TestWith(["a\r\nb", "a\nb"])]
	#[TestWith(["a\rb", "a\nb"])]
	#[TestWith(["a\n\r\nb", "a\n\nb"])]
	#[TestWith([" a \n", " a \n"])]
	#[TestWith(["\r\n\u{a0}\r\n", ''])]
	#[TestWith(["\u{3164}\u{2800}\u{115f}\u{ffa0}", ''])]
	#[TestWith(["\u{34f}\u{fe0f}", ''])]
	#[TestWith(["e\u{301}", "e\u{301}"])]
	public function testATextIsKeptButForItsLineBreaks(string $sent, string $kept): void {
		self::assertSame($kept, Fields::text($sent, 'text', 10));
	}

	public function testALineBreakIsOneCharacterOfItsLength(): void {
		self::assertSame("a\nb", Fields::text("a\r\nb", 'text', 3));
		$this->expectExceptionObject(new ReasonException('too_long'));
		Fields::text("a\r\nb", 'text', 2);
	}

	#[TestWith(["a\x00"])]
	#[TestWith(["a\x0B"])]
	#[TestWith(["a\xFF"])]
	public function testWhatADatabaseCannotStoreIsRefused(string $sent): void {
		$this->expectExceptionObject(new ReasonException('bad_text'));
		Fields::text($sent, 'text', 10);
	}
}
