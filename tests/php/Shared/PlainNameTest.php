<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\PlainName;
use PHPUnit\Framework\TestCase;

final class PlainNameTest extends TestCase {
	public function testTheSharedFixture(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/plain-names.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame([], array_values(array_filter($shared['plain'], static fn (string $name): bool => !PlainName::isPlain($name))));
		self::assertSame([], array_values(array_filter($shared['other'], PlainName::isPlain(...))));
		self::assertSame([true, false], [PlainName::isPlain(str_repeat('a', 250)), PlainName::isPlain(str_repeat('é', 126))]);
		self::assertFalse(PlainName::isPlain("\xff"));
	}

	public function testAPathBeginsAtTheRootAndNeverGoesUp(): void {
		foreach (['/Réseau commun/Eau', '/Eau', '/..caché/a..b'] as $path) {
			self::assertTrue(PlainName::isPath($path), $path);
		}
		foreach (['', '/', 'Eau', '/Eau/', '//Eau', '/../Eau', '/Eau/..', '/Eau/./Prive', "/Eau\n", '/Eau\\..\\Prive', "/\xff"] as $path) {
			self::assertFalse(PlainName::isPath($path), $path);
		}
	}
}
