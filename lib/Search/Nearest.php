<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Cursor;

/**
 * Finds the objects that have some of the words, for a search whose words together find nothing: those with most of them first, where a rare word counts
 * more than a frequent one. Criteria are required as always.
 *
 * Words are taken from the rarest on, as long as they find no more than Finder::MANY together. The others influence the order, but find nothing
 * alone. Words that only say when or how many (Tokenizer::isWeak()) do neither, unless there are no others.
 */
class Nearest {
	/** Points of a word that everyone writes; a rarer one has more. */
	private const POINTS = 100;

	/** Shorter beginnings of a word, and shorter numbers, are too ambiguous alone. */
	private const SHORTEST = 3;

	public function __construct(
		private readonly Finder $finder,
		private readonly Relevance $relevance,
		private readonly FacetCounts $counts,
	) {
	}

	/** Whether there are several words, of which some can be left out. */
	public function applies(Query $query): bool {
		return count($query->units) > 1 || ($query->units !== [] && $query->units[0]->parts !== []);
	}

	/** @param string $order one of Finder::CURSORS except `near` */
	public function find(Query $query, string $order, ?Cursor $after, int $limit): ResultPage {
		$words = $this->oneByOne($query);
		$rarest = $this->tooFrequent($words);
		if ($rarest !== null) {
			return $this->finder->find($rarest, $order, $after, $limit);
		}
		$points = $this->points($words);
		if ($order === 'relevance') {
			$first = Finder::first($points, $after, $limit);
			$fresh = $this->finder->fresh($words, $first);
			$found = $this->relevance->words($words, $first);
			$scores = $this->relevance->scores($words, $found, $first);
			$keys = array_map(static fn (int $id): array => [$points[$id], $scores[$id], $fresh[$id], $id], array_values(array_intersect($first, array_keys($fresh))));
			[$ids, $next] = Finder::highest($keys, 'near', $after, $limit);
		} else {
			[$ids, $next] = $this->finder->sorted($words, array_keys($points), $order, $after, $limit);
			$found = $this->relevance->words($words, $ids);
		}
		return new ResultPage($ids, count($points), false, $next, array_keys($points), Relevance::fields($found, $ids));
	}

	/** @return array<array-key, int> number of results with each term of a facet: by all the words if that finds something, otherwise by some */
	public function counts(Query $query, string $facet): array {
		[$rarest, $ids] = $this->all($query);
		$near = $rarest === null ? $this->counts->among($query, $ids, $facet)[$facet] ?? [] : $this->counts->ofFacet($rarest, $facet);
		$own = $this->counts->among($query, $this->finder->foundAmong($query, $query->last()), $facet)[$facet] ?? [];
		// If only the viewer's own object has all the words, they find nothing.
		return array_diff_assoc($this->counts->ofFacet($query, $facet), $own) + $near;
	}

	/**
	 * @param list<int> $ids
	 * @return list<int> the objects among these that find() finds
	 */
	public function among(Query $query, array $ids): array {
		[$rarest, $all] = $this->all($query);
		return $rarest === null ? array_values(array_intersect($ids, $all)) : $this->finder->foundAmong($rarest, $ids);
	}

	/** @return array{?Query, list<int>} what tooFrequent() returns, or all that find() finds */
	private function all(Query $query): array {
		$words = $this->oneByOne($query);
		$rarest = $this->tooFrequent($words);
		return [$rarest, $rarest === null ? array_keys($this->points($words)) : []];
	}

	/** The query with the words of a name that no object has as a whole. */
	private function oneByOne(Query $query): Query {
		$units = $met = [];
		foreach ($query->units as $place => $unit) {
			$count = $this->relevance->meet($query, $place);
			if ($count > 0 || $unit->parts === []) {
				$met[count($units)] = $count;
				$units[] = $unit;
			} else {
				array_push($units, ...$unit->parts);
			}
		}
		$words = $query->withUnits($units);
		$words->met = $met;
		return $words;
	}

	/** @return ?Query the search for the rarest word alone, if even that one has too many matches to read */
	private function tooFrequent(Query $words): ?Query {
		$met = $this->met($words);
		return $met === [] || min($met) <= Finder::MANY ? null : $words->withUnits([$words->units[array_key_first($met)]]);
	}

	/** @return array<int, int> number of objects with each word, by its place, the rarest first; without words that none has, or that are too ambiguous or weak */
	private function met(Query $words): array {
		$strong = array_filter($words->units, static fn (QueryUnit $unit): bool => !Tokenizer::isWeak($unit->written));
		$distinctive = array_filter($strong ?: $words->units, self::isDistinctive(...));
		$met = array_filter(array_map(fn (int $place): int => $this->relevance->meet($words, $place), array_combine(array_keys($distinctive), array_keys($distinctive))));
		asort($met);
		return $met;
	}

	private static function isDistinctive(QueryUnit $unit): bool {
		$word = $unit->prefix ?? (string)array_key_first($unit->tokens);
		return strlen($word) >= self::SHORTEST || ($unit->prefix === null && !ctype_digit($word));
	}

	/** @return array<int, int> points of each object, -1 for the viewer's own; empty if there is only the viewer's own */
	private function points(Query $words): array {
		$points = [];
		$left = Finder::MANY;
		foreach ($this->met($words) as $place => $count) {
			$one = $words->withUnits([$words->units[$place]]);
			$one->met = [$count];
			// Counted without the criteria: adding a criterion must not find more people.
			$left -= $count;
			$these = $left >= 0 ? $this->finder->ids($one, $count) : $this->finder->foundAmong($one, array_keys($points));
			foreach ($these as $id) {
				$points[$id] = ($points[$id] ?? 0) + (int)round(self::POINTS * Relevance::rarity($count));
			}
		}
		foreach (array_intersect($words->last(), array_keys($points)) as $own) {
			$points[$own] = -1;
		}
		return max($points ?: [-1]) < 0 ? [] : $points;
	}
}
