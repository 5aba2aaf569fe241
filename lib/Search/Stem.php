<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/**
 * A light stemmer for French, after the family published by Jacques Savoy (“A stemming procedure and stopword list for general French corpora”,
 * 1999): plurals, feminines, a few verb endings, and the endings of nouns of agent and action. It takes folded words: without accents, `é` and `e`
 * are the same.
 */
final class Stem {
	/** Irregular plurals. */
	private const PLURALS = ['travaux' => 'travail', 'vitraux' => 'vitrail', 'baux' => 'bail', 'yeux' => 'oeil'];

	/** Equivalent endings, their replacement, and the shortest word they are removed from. The first match is used. */
	private const ENDINGS = [
		['atrice', 'er', 8],
		['ateur', 'er', 8],
		['ation', 'er', 9],
		['trice', 'teur', 7],
		['euse', 'eur', 6],
		['eux', 'eur', 5],
		['iere', 'ier', 6],
		['ere', 'er', 6],
		['ive', 'if', 5],
		['que', 'c', 6],
		['ee', 'e', 4],
	];

	/**
	 * @param string $word folded, letters a to z only
	 */
	public static function of(string $word): string {
		if (strlen($word) < 4) {
			return $word;
		}
		$word = self::singular($word);
		foreach (self::ENDINGS as [$ending, $instead, $shortest]) {
			if (strlen($word) >= $shortest && str_ends_with($word, $ending)) {
				$word = substr($word, 0, -strlen($ending)) . $instead;
				break;
			}
		}
		if (strlen($word) >= 5 && str_ends_with($word, 'er')) {
			$word = substr($word, 0, -2);
		} elseif (preg_match('/(?:...[a-z]|[eiu])e\z/', $word) === 1) {
			// In words of four letters, only if it is a feminine: a “pâte” is not a “PAT”.
			$word = substr($word, 0, -1);
		}
		$last = $word[-1];
		return strlen($word) >= 4 && $last === $word[-2] && !str_contains('aeiou', $last) ? substr($word, 0, -1) : $word;
	}

	private static function singular(string $word): string {
		return match (true) {
			isset(self::PLURALS[$word]) => self::PLURALS[$word],
			str_ends_with($word, 'eaux'), str_ends_with($word, 'oux') => substr($word, 0, -1),
			str_ends_with($word, 'aux') && strlen($word) > 5 => substr($word, 0, -2) . 'l',
			str_ends_with($word, 's') && !str_ends_with($word, 'ss') => substr($word, 0, -1),
			default => $word,
		};
	}
}
