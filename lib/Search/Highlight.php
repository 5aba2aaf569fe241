<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/** Marks in a text the words that something was found by, and shortens it around them. */
class Highlight {
	/** Where a sentence ends, or a line. */
	public const SENTENCE = '/(?<=[.!?…])\s+|\n+/u';

	/** In characters: what a list shows of a sentence, how much of that stands before the word found, and the longest sentence. */
	private const TWO_LINES = 70;
	private const BEFORE = 40;
	private const LONGEST = 160;

	/** @var array<string, string> tokens by word as it is written */
	private array $tokens = [];

	/**
	 * @param list<QueryUnit> $units
	 * @return list<string> pieces without and with a word found by turns, beginning without; a single one where no word of them stands
	 */
	public function mark(string $text, array $units): array {
		preg_match_all(self::mayBeMeant($units), $text, $words, PREG_OFFSET_CAPTURE);
		$tokens = array_map(fn (array $word): string => $this->token($word[0]), $words[0]);
		$whole = self::phrasesIn($tokens, $units);
		$pieces = [''];
		$at = 0;
		foreach ($words[0] as $i => [$word, $start]) {
			if (isset($whole[$tokens[$i]]) || self::isMeant($tokens[$i], $units)) {
				$pieces[count($pieces) - 1] .= substr($text, $at, $start - $at);
				array_push($pieces, $word, '');
				$at = $start + strlen($word);
			}
		}
		$pieces[count($pieces) - 1] .= substr($text, $at);
		return self::shorten($pieces);
	}

	/**
	 * @param list<QueryUnit> $units
	 * @return string pattern of the words of a text whose stem is worth taking: most begin otherwise than what is looked for
	 */
	private static function mayBeMeant(array $units): string {
		$firsts = self::firstLetters($units);
		// What is spelt out begins with an x, whatever its word begins with.
		$others = isset($firsts['x']) ? '' : implode('', array_diff(range('a', 'z'), array_keys($firsts)));
		return $others === '' ? Tokenizer::WORD : '/(?<![\p{L}\p{N}\p{M}])(?![' . $others . strtoupper($others) . '])[\p{L}\p{N}\p{M}]+/u';
	}

	/**
	 * @param list<QueryUnit> $units
	 * @return array<array-key, true> what a word may begin with that one of them means
	 */
	private static function firstLetters(array $units): array {
		$firsts = [];
		foreach ($units as $unit) {
			foreach ([...array_keys($unit->tokens), ...array_merge(...$unit->phrases), ...$unit->prefix === null ? [] : [$unit->prefix]] as $token) {
				$firsts[((string)$token)[0]] = true;
			}
			$firsts += self::firstLetters($unit->parts);
		}
		// The only stem that begins otherwise than its word (Stem): of several eyes one.
		return isset($firsts['o']) ? $firsts + ['y' => true] : $firsts;
	}

	/** @param list<QueryUnit> $units */
	private static function isMeant(string $token, array $units): bool {
		foreach ($units as $unit) {
			if ($unit->counts($token) > 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param list<string> $tokens of a text
	 * @param list<QueryUnit> $units
	 * @return array<string, true> tokens of the phrases that stand there as a whole
	 */
	private static function phrasesIn(array $tokens, array $units): array {
		$whole = [];
		foreach ($units as $unit) {
			foreach ($unit->phrases as $phrase) {
				if (array_diff($phrase, $tokens) === []) {
					$whole += array_fill_keys($phrase, true);
				}
			}
		}
		return $whole;
	}

	/** What a word as it is written is found under. */
	public function token(string $word): string {
		return $this->tokens[$word] ??= Tokenizer::token(implode(' ', Tokenizer::of($word)));
	}

	/**
	 * A sentence is shown from a little before the first word found, as far as two lines of a list go, and not without end.
	 *
	 * @param list<string> $pieces
	 * @return list<string>
	 */
	private static function shorten(array $pieces): array {
		if (mb_strlen(implode('', $pieces)) > self::TWO_LINES && mb_strlen($pieces[0]) > self::BEFORE && count($pieces) > 1) {
			$pieces[0] = '… ' . ltrim(mb_strstr(mb_substr($pieces[0], -self::BEFORE), ' ') ?: '');
		}
		if (mb_strlen(implode('', $pieces)) <= self::LONGEST) {
			return $pieces;
		}
		$left = self::LONGEST;
		foreach ($pieces as $i => $piece) {
			$left -= mb_strlen($piece);
			if ($left < 0) {
				$kept = mb_substr($piece, 0, mb_strlen($piece) + $left);
				$pieces[$i] = $i % 2 === 1 ? $piece : rtrim(mb_strrchr($kept, ' ', true) ?: $kept) . ' …';
				return $i % 2 === 1 ? [...array_slice($pieces, 0, $i + 1), ' …'] : array_slice($pieces, 0, $i + 1);
			}
		}
		return $pieces;
	}
}
