<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/** The sentence of a text with most of the words of a search. */
class Excerpt {
	public function __construct(
		private readonly Highlight $highlight,
	) {
	}

	/**
	 * @param list<string> $sentences
	 * @param list<QueryUnit> $units
	 * @return ?array{text: string, marks: list<array{int, int}>} with the positions of the words (first character, length); null if no text has them
	 */
	public function in(array $sentences, array $units): ?array {
		$best = null;
		foreach ($units === [] ? [] : $sentences as $sentence) {
			$pieces = $this->highlight->mark($sentence, $units);
			if (count($pieces) > max(1, count($best ?? []))) {
				$best = $pieces;
			}
		}
		return $best === null ? null : self::placed($best);
	}

	/**
	 * @param array<string, string> $instead token by mistyped word
	 * @param list<string> $texts of the results
	 * @return list<array{from: string, to: string}> with the words as written there
	 */
	public function asWritten(array $instead, array $texts): array {
		return $this->highlight->asWritten($instead, $texts);
	}

	/** @return list<string> */
	public static function sentences(string $text): array {
		return $text === '' ? [] : (preg_split(Highlight::SENTENCE, $text) ?: []);
	}

	/**
	 * @param list<string> $pieces alternately without and with a matching word
	 * @return array{text: string, marks: list<array{int, int}>}
	 */
	private static function placed(array $pieces): array {
		$text = '';
		$marks = [];
		foreach ($pieces as $i => $piece) {
			if ($i % 2 === 1) {
				$marks[] = [mb_strlen($text), mb_strlen($piece)];
			}
			$text .= $piece;
		}
		return ['text' => $text, 'marks' => $marks];
	}
}
