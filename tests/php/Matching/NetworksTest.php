<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use PHPUnit\Framework\TestCase;

/** The open networks that others wrote and judged (tests/fixtures/networks): a change that makes the figures worse has to say so in docs/developers/matching.md. */
class NetworksTest extends TestCase {
	private const FOLDER = __DIR__ . '/../../fixtures/networks';

	public function testNeedsFindHelpInNetworksOfOthers(): void {
		$all = ['matches' => 0, 'found' => 0, 'decoys' => 0, 'taken' => 0, 'people' => 0, 'nobody' => 0, 'shown' => 0];
		foreach (['escaut', 'rance', 'corbieres'] as $name) {
			$network = Network::ofFile(self::FOLDER . "/$name/members.json");
			$judged = Network::json(self::FOLDER . "/$name/judged.json");
			$all['matches'] += count($judged['match']);
			$all['found'] += count(array_filter($judged['match'], static fn (array $pair): bool => $network->shows($pair['a'], $pair['b'])));
			$all['decoys'] += count($judged['noMatch']);
			$all['taken'] += count(array_filter($judged['noMatch'], static fn (array $pair): bool => $network->showsTexts($pair['a'], $pair['b'], $pair['seek']['text'], $pair['offer']['text'])));
			$all['people'] += count($network->people);
			$all['nobody'] += count($network->people) - count($network->first);
			$all['shown'] += array_sum(array_map(count(...), $network->first));
		}
		$figures = json_encode($all, JSON_THROW_ON_ERROR);
		self::assertGreaterThanOrEqual(0.4, $all['found'] / $all['matches'], $figures);
		self::assertLessThanOrEqual(0.2, $all['taken'] / $all['decoys'], $figures);
		self::assertLessThanOrEqual(0.2, $all['nobody'] / $all['people'], $figures);
		self::assertLessThanOrEqual(2.5, $all['shown'] / $all['people'], $figures);
	}
}
