<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Search\Alike;

/** How much a word distinguishes people: the fewer of them write it, the more. */
final class Rarity {
	/** A smaller network counts as one of this size, otherwise every word would be common. */
	private const FEWEST = 48;

	/**
	 * @param array<array-key, int> $counts how many people wrote each word
	 * @param int $people how many people are in the network
	 * @return array<array-key, float> from 0, for a word that all people or Alike::COMMON of them wrote, to 1, for a word that one person wrote
	 */
	public static function of(array $counts, int $people): array {
		$all = log(max(self::FEWEST, min($people, Alike::COMMON)));
		return array_map(static fn (int $count): float => max(0.0, 1.0 - log(max(1, $count)) / $all), $counts);
	}
}
