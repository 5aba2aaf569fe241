<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use Closure;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use ReflectionClass;
use ReflectionMethod;
use ReflectionNamedType;
use Throwable;

/**
 * Whatever of lib/ takes a text and nothing else takes time in proportion to its length, on texts made to be hard. Regular expressions are also checked one
 * by one (tests/house/patterns.spec.ts).
 */
class ReadingTimeTest extends TestCase {
	private const HARD = [
		'*', '_', '*_', '**_*', '[', '](', '**a', '[a](', '[*a_](', 'http', 'http://', 'https://a)', 'https://(', '[a](http://', '\\', '\\*', "- \n", "a\n", "\n\n", '#', ' ', 'a', 'h', 'é', 'a ', 'a.', 'l’', "l'",
		'-', '@', 'a@', '.', '1', '0 ', '+', '"', '<', '<p>', '&', '«', ' :', '{', '[[', '{"a":',
	];

	/** Letters of the longer text. */
	private const LONG = 40_000;

	/** Seconds of the processor that need no second look. */
	private const SHORT = 0.06;

	/** @return iterable<string, array{Closure(string): mixed}> */
	public static function methods(): iterable {
		$root = dirname(__DIR__, 3) . '/lib/';
		foreach (glob("$root*{,/*,/*/*}/*.php", GLOB_BRACE) ?: [] as $file) {
			$name = strtr(substr($file, strlen($root), -4), '/', '\\');
			if (str_starts_with($name, 'Migration\\') || str_starts_with($name, 'AppInfo\\')) {
				continue;
			}
			$class = new ReflectionClass("OCA\\Reseau\\$name");
			foreach ($class->getMethods(ReflectionMethod::IS_STATIC) as $method) {
				if ($method->isPublic() && $method->getDeclaringClass()->getName() === $class->getName() && self::takesText($method)) {
					yield "$name::{$method->getName()}" => [static fn (string $text): mixed => $method->invoke(null, $text)];
				}
			}
		}
	}

	/** @param Closure(string): mixed $read */
	#[DataProvider('methods')]
	public function testTimeIsInProportionToTheLength(Closure $read): void {
		foreach (self::HARD as $sign) {
			self::assertFalse(self::growsFaster($read, $sign), "many $sign");
		}
	}

	public function testThisTestFindsWhatGrowsFaster(): void {
		$quadratic = static function (string $text): int {
			$found = 0;
			for ($at = 0; $at < strlen($text); $at++) {
				$found += strlen(strrev(substr($text, $at)));
			}
			return $found;
		};
		self::assertTrue(self::growsFaster($quadratic, 'a'));
		self::assertArrayHasKey('Letter\Markup::blocks', iterator_to_array(self::methods()));
	}

	private static function takesText(ReflectionMethod $method): bool {
		$first = $method->getParameters()[0] ?? null;
		$type = $first?->getType();
		// JSON in the database is of our own writing.
		return $method->getNumberOfRequiredParameters() === 1 && $type instanceof ReflectionNamedType && $type->getName() === 'string' && $first->getName() !== 'json';
	}

	/** Whether ten times the text takes far more than ten times as long. */
	private static function growsFaster(Closure $read, string $sign): bool {
		$long = self::seconds($read, $sign, self::LONG);
		if ($long < self::SHORT) {
			return false;
		}
		$long = min($long, self::seconds($read, $sign, self::LONG));
		return $long > 3 * 10 * max(self::seconds($read, $sign, intdiv(self::LONG, 10)), self::SHORT / 10);
	}

	/** Of the processor: what else the machine does makes it no longer. */
	private static function seconds(Closure $read, string $sign, int $length): float {
		$text = str_repeat($sign, intdiv($length, strlen($sign)));
		$begun = getrusage();
		try {
			$read($text);
		} catch (Throwable) {
			// A refusal takes its time as well.
		}
		$ended = getrusage();
		return $ended['ru_utime.tv_sec'] - $begun['ru_utime.tv_sec'] + ($ended['ru_utime.tv_usec'] - $begun['ru_utime.tv_usec']) / 1e6;
	}
}
