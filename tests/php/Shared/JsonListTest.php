<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use JsonException;
use OCA\Reseau\Shared\JsonList;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Random\Engine\Mt19937;
use Random\Randomizer;

/** Element by element, a list is what json_decode() makes of the whole. */
class JsonListTest extends TestCase {
	private const SPOILT = 3000;

	/** @return array<string, array{string}> */
	public static function lists(): array {
		return [
			'nothing' => ['[]'],
			'space' => [" \n[ \t] \n"],
			'a byte order mark' => ["\u{FEFF}[1]"],
			'plain values' => ['[1, -2.5e3, true, null, "é", ""]'],
			'brackets, quotes and backslashes in texts' => ['[{"a]":"}{[\\\\"}, "\\"],[", ["\\\\\\"", {"b": [[], {}]}], "\\u00e9\\ud83c\\udf31"]'],
			'more than one step reads' => ['[' . implode(',', array_fill(0, 300, '{"text": "' . str_repeat('Chère \\"amie\\", ', 90) . '", "list": [1, {"x": "\\\\"}]}')) . ']'],
			'one element of many reads' => ['["' . str_repeat('\\\\\\"', 100_000) . '"]'],
		];
	}

	#[DataProvider('lists')]
	public function testItHasTheElementsOfTheWhole(string $json): void {
		$expected = json_decode(str_replace("\u{FEFF}", '', $json), true, 64, JSON_THROW_ON_ERROR);
		$list = new JsonList(self::file($json));
		self::assertTrue($list->isList());
		self::assertSame($expected, iterator_to_array($list));
		self::assertSame($expected, iterator_to_array($list), 'a second time');
	}

	public function testWhatIsNoListIsNone(): void {
		foreach (['', '{}', '"[]"', 'null', 'x[]'] as $json) {
			self::assertFalse((new JsonList(self::file($json)))->isList(), $json);
		}
	}

	public function testWhatIsNotJsonIsRefused(): void {
		$random = new Randomizer(new Mt19937(1));
		$bytes = '[]{},:"\\ a1';
		$refused = 0;
		for ($i = 0; $i < self::SPOILT; $i++) {
			$json = '[{"a": "b\\"}", "c": [1, {"d": []}]}, "e\\\\", [[2], 3]]';
			for ($times = $random->getInt(1, 3); $times > 0; $times--) {
				$at = $random->getInt(1, strlen($json) - 1);
				$json = substr_replace($json, substr($random->shuffleBytes($bytes), 0, $random->getInt(0, 2)), $at, $random->getInt(0, 2));
			}
			try {
				$expected = json_decode($json, true, 64, JSON_THROW_ON_ERROR);
			} catch (JsonException) {
				$expected = null;
				$refused++;
			}
			try {
				self::assertSame($expected, iterator_to_array(new JsonList(self::file($json))), $json);
			} catch (JsonException) {
				self::assertNull($expected, $json);
			}
		}
		self::assertGreaterThan(self::SPOILT / 2, $refused);
	}

	/** @return resource */
	private static function file(string $text): mixed {
		$file = fopen('php://temp', 'r+');
		fwrite($file, $text);
		return $file;
	}
}
