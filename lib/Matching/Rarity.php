<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Search\Alike;

/** How much a word tells: the fewer people write it, the more. */
final class Rarity {
	/** A smaller network is taken for one of so many people, or every word would be common. */
	private const FEWEST = 48;

	/**
	 * @param array<array-key, int> $counts how many people wrote each word
	 * @param int $people how many there are
	 * @return array<array-key, float> from 0, what everybody or Alike::COMMON people wrote, to 1, what one wrote
	 */
	public static function of(array $counts, int $people): array {
		$all = log(max(self::FEWEST, min($people, Alike::COMMON)));
		return array_map(static fn (int $count): float => max(0.0, 1.0 - log(max(1, $count)) / $all), $counts);
	}
}
