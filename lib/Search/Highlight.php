<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Excerpt as Beginning;

/** Marks the matching words in a text, and shortens the text around them. */
class Highlight {
	/** The end of a sentence, or of a line. */
	public const SENTENCE = '/(?<=[.!?…])\s+|\n+/u';

	/** In characters: the sentence shown in a list, the part of it before the first match, and the longest sentence. */
	private const TWO_LINES = 70;
	private const BEFORE = 40;
	private const LONGEST = 160;

	/** @var array<string, string> tokens by word as written */
	private array $tokens = [];

	/**
	 * @param list<QueryUnit> $units
	 * @return list<string> pieces alternate without and with a match, beginning without; a single piece if nothing matches
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
	 * @return string pattern of the words worth stemming: most words begin differently from what is searched for
	 */
	private static function mayBeMeant(array $units): string {
		$firsts = self::firstLetters($units);
		// Spelt-out tokens begin with an x, not with the first letter of their word.
		$others = isset($firsts['x']) ? '' : implode('', array_diff(range('a', 'z'), array_keys($firsts)));
		return $others === '' ? Tokenizer::WORD : '/(?<![\p{L}\p{N}\p{M}])(?![' . $others . strtoupper($others) . '])[\p{L}\p{N}\p{M}]+/u';
	}

	/**
	 * @param list<QueryUnit> $units
	 * @return array<array-key, true> possible first letters of matching words
	 */
	private static function firstLetters(array $units): array {
		$firsts = [];
		foreach ($units as $unit) {
			foreach ([...array_keys($unit->tokens), ...array_merge(...$unit->phrases), ...$unit->prefix === null ? [] : [$unit->prefix]] as $token) {
				$firsts[((string)$token)[0]] = true;
			}
			$firsts += self::firstLetters($unit->parts);
		}
		// The only stem whose first letter differs from its word's (Stem): “yeux” becomes “oeil”.
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
	 * @return array<string, true> tokens of the phrases that the text contains in full
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

	/**
	 * @param array<string, string> $instead token searched for by mistyped word
	 * @param list<string> $texts of the results
	 * @return list<array{from: string, to: string}> with the words as they are in these texts
	 */
	public function asWritten(array $instead, array $texts): array {
		$written = [];
		foreach ($instead as $from => $token) {
			$written[] = ['from' => (string)$from, 'to' => $this->wordOf($texts, $token) ?? $token];
		}
		return $written;
	}

	/** @param list<string> $texts */
	private function wordOf(array $texts, string $token): ?string {
		foreach ($texts as $text) {
			preg_match_all(Tokenizer::WORD, $text, $words);
			foreach ($words[0] as $word) {
				if ($this->token($word) === $token) {
					return $word;
				}
			}
		}
		return null;
	}

	/** The token of a word as written. */
	public function token(string $word): string {
		return $this->tokens[$word] ??= Tokenizer::token(implode(' ', Tokenizer::of($word)));
	}

	/**
	 * Shows a sentence from a little before the first match, for up to two lines of a list.
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
				$pieces[$i] = $i % 2 === 1 ? $piece : Beginning::withEllipsis(mb_strrchr($kept, ' ', true) ?: $kept);
				return $i % 2 === 1 ? [...array_slice($pieces, 0, $i + 1), '…'] : array_slice($pieces, 0, $i + 1);
			}
		}
		return $pieces;
	}
}
