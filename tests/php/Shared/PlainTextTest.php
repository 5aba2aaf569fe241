<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\PlainText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class PlainTextTest extends TestCase {
	/** @return iterable<array{string, string}> */
	public static function texts(): iterable {
		foreach ([
			'https://evil.example.org/x?y', 'HTTP://EVIL.EXAMPLE.ORG', 'http://192.0.2.1/x', 'www.example.org', 'example.org', 'example.org/path', 'a.b.c.example.org', 'example.co.uk',
			'bücher.example', 'xn--bcher-kva.example', 'someone@example.org', 'mailto:someone@example.org', "exa\u{200B}mple.org", 'example。org', '192.0.2.1/x', 'javascript:alert(1)',
		] as $address) {
			yield $address => ["Lisez $address demain", 'Lisez […] demain'];
		}
		foreach ([
			'Garder l’eau là où elle tombe.', 'Le 24.11.2026 à 18.30', 'M. Dupont, p. ex., etc...', 'Version 2.0, 3,5 t', 'Réseau « Cordée d’Oc » : 100 %', "Une ligne\nune autre",
		] as $text) {
			yield $text => [$text, $text];
		}
	}

	#[DataProvider('texts')]
	public function testNothingIsLeftThatAMailProgramTurnsIntoALink(string $text, string $plain): void {
		self::assertSame($plain, PlainText::text($text));
	}

	public function testLongTextsAreProcessedQuickly(): void {
		foreach (['a.', 'a-', 'a@', 'a://', '1.', '-.', 'a'] as $part) {
			$before = hrtime(true);
			PlainText::text(str_repeat($part, 4000));
			self::assertLessThan(2e9, hrtime(true) - $before, $part);
		}
	}
}
