<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Search\Unit;
use OCA\Reseau\Search\Words;
use OCA\Reseau\Settings\Vocabulary;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Territory\Territories;

/** Where the words of a search stand on a card, in what somebody may see of it. */
class FoundWords {
	/** Where a sentence ends, or a line. */
	private const SENTENCE = '/(?<=[.!?…])\s+|\n+/u';
	/** In characters: what a list shows of a sentence, how much of that stands before the word found, and the longest sentence. */
	private const TWO_LINES = 70;
	private const BEFORE = 40;
	private const LONGEST = 160;
	/** Parts shown of one card. */
	private const MOST = 3;

	/** @var array<string, string> tokens by word as it is written */
	private array $tokens = [];

	/** @var ?array<array-key, string> */
	private ?array $labels = null;

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly ReaderLanguage $language,
	) {
	}

	/**
	 * @param array<string, mixed> $card as the viewer may see it
	 * @param list<Unit> $units
	 * @param array<string, true> $fields in which the index has a word of them
	 * @return list<array{part: string, pieces: list<string>}> the sentence of each part where most words stand, the best first; pieces
	 *                                                          without and with a word found by turns, beginning without
	 */
	public function in(array $card, array $units, array $fields): array {
		if ($units === []) {
			return [];
		}
		$found = [];
		foreach ($this->texts($card, $units, $fields) as $order => [$part, $text, $terms]) {
			$pieces = $this->mark($text, $units);
			foreach (array_reverse($terms) as $term) {
				// First, because a list shows the beginning.
				$pieces[0] = (implode('', $pieces) === '' ? '' : ' · ') . $pieces[0];
				array_unshift($pieces, '', $this->label($term));
			}
			$marks = count($pieces) >> 1;
			if ($marks > 0 && ($found[$part]['marks'] ?? 0) < $marks) {
				$found[$part] = ['marks' => $marks, 'order' => $order, 'part' => $part, 'pieces' => $pieces];
			}
		}
		usort($found, static fn (array $a, array $b): int => [-$a['marks'], $a['order']] <=> [-$b['marks'], $b['order']]);
		return array_map(
			static fn (array $one): array => ['part' => $one['part'], 'pieces' => $one['pieces']],
			array_slice($found, 0, self::MOST),
		);
	}

	/**
	 * @param list<array<string, mixed>> $cards found, as the viewer may see them
	 * @param array<string, string> $corrected token by mistyped word
	 * @return list<array{from: string, to: string}> with the words as these cards write them
	 */
	public function asWritten(array $cards, array $corrected): array {
		$written = [];
		foreach ($corrected as $from => $token) {
			$written[] = ['from' => (string)$from, 'to' => $this->wordOf($cards, $token) ?? $token];
		}
		return $written;
	}

	/** @param list<array<string, mixed>> $cards */
	private function wordOf(array $cards, string $token): ?string {
		foreach ($cards as $card) {
			foreach ($this->texts($card, [new Unit($token, [$token => 1.0])], array_fill_keys(['name', ...array_keys($card)], true)) as [, $text]) {
				preg_match_all(Words::WORD, $text, $words);
				foreach ($words[0] as $word) {
					if ($this->token($word) === $token) {
						return $word;
					}
				}
			}
		}
		return null;
	}

	/**
	 * @param array<string, mixed> $card as the viewer may see it
	 * @param list<Unit> $units
	 * @param array<string, true> $fields
	 * @return list<array{string, string, list<string>}> part, text, and terms that are meant by a word, of every part where a word may stand
	 */
	private function texts(array $card, array $units, array $fields): array {
		$texts = isset($fields['name']) ? [['name', $card['name'], []]] : [];
		$terms = array_merge(...array_map(static fn (Unit $unit): array => self::termsOf($unit), $units));
		foreach (['offers', 'seeks'] as $part) {
			foreach ($card[$part] ?? [] as ['text' => $text, 'terms' => $its]) {
				$meant = array_intersect($its, $terms);
				if (isset($fields[$part]) || $meant !== []) {
					$texts[] = [$part, $text, $meant];
				}
			}
		}
		foreach (['trades', 'skills', 'networks', 'values', 'sectors'] as $part) {
			foreach ($card[$part] ?? [] as $word) {
				if (in_array($word, $terms, true)) {
					$texts[] = [$part, '', [$word]];
				} elseif (isset($fields[$part])) {
					$texts[] = [$part, $this->label($word), []];
				}
			}
		}
		foreach (['headline', 'role', 'organisation', 'drives', 'availability', 'limits'] as $part) {
			foreach (isset($fields[$part], $card[$part]) ? preg_split(self::SENTENCE, $card[$part]) : [] as $sentence) {
				$texts[] = [$part, $sentence, []];
			}
		}
		foreach (isset($fields['territories']) ? $card['territories'] ?? [] : [] as $place) {
			$texts[] = ['territories', implode(', ', array_column($this->territories->around($place['kind'], $place['code']), 'name')), []];
		}
		return $texts;
	}

	/** @return list<string> */
	private static function termsOf(Unit $unit): array {
		return array_merge(...array_values($unit->terms), ...array_map(self::termsOf(...), $unit->parts));
	}

	private function label(string $term): string {
		$this->labels ??= $this->vocabulary->labelsById($this->language->code());
		return $this->labels[$term] ?? $term;
	}

	/**
	 * @param list<Unit> $units
	 * @return list<string> a single piece where no word of them stands
	 */
	private function mark(string $text, array $units): array {
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
	 * @param list<Unit> $units
	 * @return string pattern of the words of a text whose stem is worth taking: most begin otherwise than what is looked for
	 */
	private static function mayBeMeant(array $units): string {
		$firsts = self::firstLetters($units);
		// What is spelt out begins with an x, whatever its word begins with.
		$others = isset($firsts['x']) ? '' : implode('', array_diff(range('a', 'z'), array_keys($firsts)));
		return $others === '' ? Words::WORD : '/(?<![\p{L}\p{N}\p{M}])(?![' . $others . strtoupper($others) . '])[\p{L}\p{N}\p{M}]+/u';
	}

	/**
	 * @param list<Unit> $units
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

	/** @param list<Unit> $units */
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
	 * @param list<Unit> $units
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

	private function token(string $word): string {
		return $this->tokens[$word] ??= Words::token(implode(' ', Words::of($word)));
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
