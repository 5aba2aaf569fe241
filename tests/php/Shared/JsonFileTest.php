<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\JsonFile;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

class JsonFileTest extends TestCase {
	public function testWhatIsWholeIsRead(): void {
		self::assertSame([['a' => 'é"\\', 'b' => [1, -2.5e3, true, null, [], []]]], JsonFile::parse("\u{FEFF}[{\"a\": \"é\\\"\\\\\",\r\n\"b\": [1, -2.5e3, true, null, {}, []]}]"));
	}

	#[TestWith(["[\n1,\n2\n3]", 4], 'missing comma')]
	#[TestWith(["{\n\"a\": 1,\n}", 3], 'comma at the end')]
	#[TestWith(["{\n\"a\" 1}", 2], 'missing colon')]
	#[TestWith(["[\n\"a\n\"]", 2], 'text over two lines')]
	#[TestWith(["[\n{\"a\": 01}]", 2], 'number that is none')]
	#[TestWith(["[1,\n2", 2], 'cut off')]
	#[TestWith(["[1]\n\n]", 3], 'one bracket more')]
	#[TestWith(["{\n\n'a': 1}", 3], 'other quotes')]
	#[TestWith(['', 1], 'empty')]
	#[TestWith(['3', 1], 'no list')]
	public function testABrokenFileNamesItsLine(string $json, int $line): void {
		try {
			JsonFile::parse($json);
		} catch (ReasonException $e) {
			self::assertSame(['broken_json', ['line' => $line]], [$e->reason, $e->details]);
			return;
		}
		self::fail('was read');
	}

	public function testWhereverAFileIsCutTheLineIsTheLast(): void {
		$json = (string)file_get_contents(__DIR__ . '/../../fixtures/network/announcements.json');
		for ($length = 1; $length < strlen($json) - 1; $length += 97) {
			$cut = mb_strcut($json, 0, $length);
			try {
				JsonFile::parse($cut);
				self::fail("cut at $length it was read");
			} catch (ReasonException $e) {
				$lines = substr_count(rtrim($cut), "\n") + 1;
				self::assertGreaterThanOrEqual($lines, $e->details['line'], "cut at $length");
				self::assertLessThanOrEqual(substr_count($cut, "\n") + 1, $e->details['line'], "cut at $length");
			}
		}
	}
}
