<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Stem;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Tests\NetworkTestCase;

/** Which words of the demonstration network are the same for a search: tests/fixtures/search/same-words.txt. */
class WordsOfTheNetworkTest extends NetworkTestCase {
	protected function setUp(): void {
	}

	public function testWhichWordsAreOne(): void {
		$text = implode(' ', array_map(file_get_contents(...), glob(__DIR__ . '/../../fixtures/network/*.json') ?: []));
		preg_match_all('/[a-z]{3,}/', Fold::text($text), $found);
		$same = [];
		foreach (array_unique($found[0]) as $word) {
			$same[Stem::of($word)][] = $word;
		}
		$lines = [];
		foreach ($same as $words) {
			sort($words);
			$lines[] = implode(' ', $words);
		}
		sort($lines);
		self::assertFixture('search/same-words.txt', implode("\n", array_filter($lines, static fn (string $line): bool => str_contains($line, ' '))) . "\n");
	}
}
