<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/**
 * Parses a search: its words, and the alternatives of each. Labels of the vocabulary and the glossary are used here, not in the index, so that
 * changes take effect immediately.
 */
final class QueryParser {
	/** Weight of a token that continues the last word. */
	public const GOES_ON = 0.6;
	/** Weight of another name. */
	public const OTHER_NAME = 0.5;
	/** Separator between labels, to fold them all together. */
	private const MARK = 'xendoflabelx';

	/**
	 * @param array{labels: array<array-key, list<array{string, string}>>, glossary: list<array{forms: list<list<string>>, themes: list<string>}>} $words
	 *        what fold() returned: facets and ids by token of their labels, and the names of each entry
	 * @param string $themes facet of the glossary's themes
	 */
	public function __construct(
		private readonly array $words,
		private readonly string $themes,
	) {
	}

	/**
	 * Splits labels and names into tokens, which takes longer than parsing a search with them.
	 *
	 * @param list<array{string, string, string}> $labels facet, id, label
	 * @param list<array{term: string, acronyms: list<string>, synonyms: list<string>, themes: list<string>}> $glossary
	 * @return array<string, array<array-key, mixed>> the data of a QueryParser
	 */
	public static function fold(array $labels, array $glossary): array {
		$words = ['labels' => [], 'glossary' => []];
		$texts = array_column($labels, 2);
		foreach ($glossary as $entry) {
			array_push($texts, $entry['term'], ...$entry['acronyms'], ...$entry['synonyms']);
		}
		$folded = self::tokensOf($texts);
		foreach ($labels as $i => [$facet, $id]) {
			foreach ($folded[$i] as $token) {
				$words['labels'][$token][] = [$facet, $id];
			}
		}
		$i = count($labels);
		foreach ($glossary as $entry) {
			$count = 1 + count($entry['acronyms']) + count($entry['synonyms']);
			$words['glossary'][] = ['forms' => array_values(array_filter(array_slice($folded, $i, $count))), 'themes' => $entry['themes']];
			$i += $count;
		}
		return $words;
	}

	/**
	 * @param array<string, string> $instead tokens to search for instead of words, by word as written
	 * @return list<QueryUnit> all of which must match; empty for an empty search
	 */
	public function read(string $question, array $instead = []): array {
		$words = Tokenizer::asked($question);
		$tokens = array_map(static fn (array $word): string => $instead[$word[0]] ?? Tokenizer::token($word[1]), $words);
		$last = count($words) - 1;
		$units = [];
		for ($i = 0; $i <= $last;) {
			[$length, $others] = $this->entries($tokens, $i);
			$parts = [];
			for ($j = $i; $j < $i + $length; $j++) {
				[$written, $word] = $words[$j];
				// The last word may be incomplete, unless it is already a name.
				$mayGoOn = $j === $last && $others === [] && !isset($instead[$written]);
				$parts[] = $this->word($written, $tokens[$j], $mayGoOn ? Tokenizer::plain($word) : null);
			}
			$unit = $length === 1 ? $parts[0] : new QueryUnit(implode(' ', array_column(array_slice($words, $i, $length), 0)), parts: $parts);
			$this->addNames($unit, $others);
			$units[] = $unit;
			$i += $length;
		}
		return $units;
	}

	/** @return list<string> the tokens of all labels */
	public function tokens(): array {
		return array_map(strval(...), array_keys($this->words['labels']));
	}

	private function word(string $written, string $token, ?string $prefix): QueryUnit {
		$terms = [];
		foreach ($prefix === null ? array_intersect_key($this->words['labels'], [$token => 0]) : $this->words['labels'] as $label => $found) {
			if ((string)$label === $token || ($prefix !== null && str_starts_with((string)$label, $prefix))) {
				foreach ($found as [$facet, $id]) {
					$terms[$facet][$id] = $id;
				}
			}
		}
		return new QueryUnit($written, [$token => 1.0], $prefix, [], array_map(array_values(...), $terms));
	}

	/**
	 * The longest glossary name that begins here.
	 *
	 * @param list<string> $tokens
	 * @return array{int, list<array{forms: list<list<string>>, themes: list<string>}>} its number of words, 1 if there is no such name, and the entries with
	 *                                                                                     this name
	 */
	private function entries(array $tokens, int $at): array {
		$longest = 1;
		$entries = [];
		foreach ($this->words['glossary'] as $entry) {
			foreach ($entry['forms'] as $form) {
				$length = count($form);
				if ($length >= $longest && array_slice($tokens, $at, $length) === $form) {
					$entries = $length > $longest ? [$entry] : [...$entries, $entry];
					$longest = $length;
				}
			}
		}
		return [$longest, $entries];
	}

	/** @param list<array{forms: list<list<string>>, themes: list<string>}> $entries */
	private function addNames(QueryUnit $unit, array $entries): void {
		foreach ($entries as ['forms' => $forms, 'themes' => $themes]) {
			$terms = array_map(fn (string $theme): array => [$this->themes, $theme], $themes);
			foreach ($forms as $form) {
				if (count($form) === 1) {
					$unit->tokens[$form[0]] ??= self::OTHER_NAME;
				} else {
					$unit->phrases[] = $form;
				}
				array_push($terms, ...$this->named($form));
			}
			foreach ($terms as [$facet, $id]) {
				$unit->terms[$facet] = array_values(array_unique([...$unit->terms[$facet] ?? [], $id]));
			}
		}
	}

	/**
	 * @param list<string> $form
	 * @return list<array{string, string}> facets and ids of the terms whose label contains a whole name
	 */
	private function named(array $form): array {
		$named = null;
		foreach ($form as $token) {
			$with = array_map(static fn (array $term): string => implode("\n", $term), $this->words['labels'][$token] ?? []);
			$named = $named === null ? $with : array_intersect($named, $with);
		}
		return array_map(static fn (string $term): array => explode("\n", $term), array_values($named ?? []));
	}

	/**
	 * @param list<string> $texts
	 * @return list<list<string>> tokens of each
	 */
	private static function tokensOf(array $texts): array {
		$folded = [[]];
		foreach (Tokenizer::of(implode(' ' . self::MARK . ' ', $texts)) as $word) {
			if ($word === self::MARK) {
				$folded[] = [];
			} else {
				$folded[count($folded) - 1][] = Tokenizer::token($word);
			}
		}
		return $folded;
	}
}
