<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

use OCA\Reseau\Search\Alike;
use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Highlight;
use OCA\Reseau\Search\QueryUnit;
use OCA\Reseau\Search\Tokenizer;

/**
 * What speaks of the same as the words of a search, in other words: a van for a lorry. It comes after what has the words, and lists say what it is. A search has no
 * side: it may be about what is sought, or about what is offered. The values are measured (docs/developers/matching.md).
 */
class InOtherWords {
	/** More results are a list of their own: few readers reach its end. */
	private const FEW = 10;
	private const MOST = 5;

	/** Objects whose texts are read, and how much they are about the same at least, by their strongest situations (Alike::findSimilar()). */
	private const CANDIDATES = 10;
	private const LEAST = 1500;

	/** A text that is less about the same says something else (Meaning::nearness()). */
	private const NEAR = 0.36;

	/** One of its words must speak so strongly of it (Knowledge::speaking()), or it is the sum of many that say little. It is marked, with others that do. */
	private const SPEAKS = 3.0;

	public function __construct(
		private readonly Alike $alike,
		private readonly KnowledgeBase $knowledge,
		private readonly Highlight $highlight,
	) {
	}

	/**
	 * @param callable(list<int>): array<int, list<array{string, string}>> $texts name and text of each part of these objects that the viewer sees, by object
	 * @return array<int, array{string, list<string>}> by object, the nearest first: the part that speaks of it, and its text in pieces that alternate without and with such a word
	 */
	public function find(Answer $answer, callable $texts): array {
		$found = $answer->page;
		if ($found->all === null || (count($found->all) > self::FEW && !$answer->near)) {
			return [];
		}
		[$words, $others] = $this->divided($answer->query->units);
		$asked = $this->knowledge->get()->read($words, Side::Need);
		if ($asked->length <= 0.0) {
			return [];
		}
		// Words that are not known, such as the name of a place, must be there as they are.
		$query = $answer->query->withUnits($others);
		$ids = array_diff(
			$this->alike->findSimilar($query, $this->knowledge->get()->subjectsOf($asked), self::LEAST, self::CANDIDATES, [...$query->last(), ...$answer->near ? [] : $found->all]),
			$found->all,
		);
		$best = [];
		foreach ($ids === [] ? [] : $texts(array_values($ids)) as $id => $parts) {
			foreach ($parts as [$part, $text]) {
				$near = $this->nearness($asked, $text);
				if ($near > ($best[$id][0] ?? 0.0)) {
					$best[$id] = [$near, $part, $text];
				}
			}
		}
		uasort($best, static fn (array $a, array $b): int => $b[0] <=> $a[0]);
		return array_map(fn (array $one): array => [$one[1], $this->highlight->mark($one[2], [new QueryUnit('', $this->speaking($one[2], $asked))])], array_slice($best, 0, self::MOST, true));
	}

	/**
	 * @param list<QueryUnit> $units
	 * @return array{array<array-key, true>, list<QueryUnit>} the words whose meaning is known, as tokens, and the other units; without words that only say when or how many
	 */
	private function divided(array $units): array {
		$words = $others = [];
		foreach ($units as $unit) {
			$tokens = array_map(static fn (QueryUnit $word): string => (string)array_key_first($word->tokens), $unit->parts ?: [$unit]);
			if (Tokenizer::isWeak($unit->written)) {
				continue;
			}
			if (array_filter($tokens, $this->knowledge->get()->knows(...)) === $tokens) {
				$words += array_fill_keys($tokens, true);
			} else {
				$others[] = $unit;
			}
		}
		return [$words, $others];
	}

	/** 0 if it is not near enough. */
	private function nearness(Meaning $asked, string $text): float {
		// Most texts have no such word, and need not be read as a whole.
		$near = $this->speaking($text, $asked) === [] ? 0.0 : $asked->nearness($this->knowledge->get()->readText($text, Side::Need));
		return $near >= self::NEAR ? $near : 0.0;
	}

	/** @return array<array-key, float> the words that say the same, as keys; not those of the search */
	private function speaking(string $text, Meaning $asked): array {
		return array_filter(array_diff_key($this->knowledge->get()->speaking($text, $asked), $asked->words), static fn (float $strength): bool => $strength >= self::SPEAKS);
	}
}
