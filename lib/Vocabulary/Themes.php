<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Search\Tokenizer;

/** The themes that a text mentions, by the words that the vocabulary gives each theme. */
final class Themes {
	/**
	 * @param array<array-key, list<array{string, list<string>}>> $phrases what fold() returned: theme and all its tokens, by the first token
	 * @param ?array<array-key, list<string>> $tokens what tokens() returned for these, if words() is called
	 */
	public function __construct(
		private readonly array $phrases,
		private readonly ?array $tokens = null,
	) {
	}

	/**
	 * @param array<array-key, list<array{string, list<string>}>> $phrases
	 * @return array<array-key, list<string>> tokens of the words that belong to each theme
	 */
	public static function tokens(array $phrases): array {
		$all = [];
		foreach (array_merge(...array_values($phrases)) as [$theme, $tokens]) {
			$all[$theme] = ($all[$theme] ?? []) + array_fill_keys($tokens, true);
		}
		return array_map(static fn (array $tokens): array => array_map(strval(...), array_keys($tokens)), $all);
	}

	/**
	 * Splits the words into tokens, which takes longer than reading a text with them.
	 *
	 * @param array<array-key, list<string>> $words by theme
	 * @return array<array-key, list<array{string, list<string>}>>
	 */
	public static function fold(array $words): array {
		$phrases = [];
		foreach ($words as $theme => $its) {
			foreach ($its as $word) {
				$tokens = array_map(Tokenizer::token(...), Tokenizer::of($word));
				if ($tokens !== []) {
					$phrases[$tokens[0]][implode(' ', $tokens) . " $theme"] = [(string)$theme, $tokens];
				}
			}
		}
		return array_map(array_values(...), $phrases);
	}

	/**
	 * @param array<array-key, mixed> $themes as keys
	 * @return list<string> tokens of the words that belong to these
	 */
	public function words(array $themes): array {
		$words = array_merge(...array_values(array_intersect_key($this->tokens ?? self::tokens($this->phrases), $themes)));
		return array_values(array_unique($words));
	}

	/**
	 * @param array<array-key, mixed> $tokens of a text, as keys
	 * @return array<array-key, array<string, true>> its words that the text contains, by theme
	 */
	public function in(array $tokens): array {
		$found = [];
		// A text has few tokens, the vocabulary thousands.
		foreach (array_intersect_key($tokens, $this->phrases) as $token => $_) {
			foreach ($this->phrases[$token] as [$theme, $words]) {
				foreach ($words as $word) {
					if (!isset($tokens[$word])) {
						continue 2;
					}
				}
				$found[$theme][implode(' ', $words)] = true;
			}
		}
		return $found;
	}
}
