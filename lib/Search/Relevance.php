<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCP\IDBConnection;

/** The weight of the words of a query: how many objects have each, and where in an object they are. */
class Relevance {
	/** Objects per statement. */
	private const CHUNK = 5000;

	/** Minimum weight of any matching word, even if only through a term; in tenths of a weight. */
	private const BY_TERM = 10;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly WordMatches $matches,
	) {
	}

	/** How many objects match a word of the query, ignoring the rest of it; at most MANY + 1. */
	public function meet(Query $query, int $place): int {
		return $query->met[$place] ??= $this->matches->isWhole($query, $place) ? count($this->matches->ids($query, $place)) : (int)$this->db->executeQuery(
			"SELECT COUNT(*) FROM (SELECT DISTINCT u.object_id FROM ({$query->meeting($place)}) u LIMIT " . (Finder::MANY + 1) . ') c',
			$query->parameters,
		)->fetchOne();
	}

	/**
	 * Weight of the field times rarity of the word, summed over the words. Rarity depends on what this viewer sees.
	 *
	 * @param array<int, list<array{string, string, int}>> $words what words() read
	 * @param list<int> $ids
	 * @return array<int, int>
	 */
	public function scores(Query $query, array $words, array $ids): array {
		$places = array_keys($query->units);
		$rarity = array_map(fn (int $place): float => count($ids) < 2 || count($places) === 1 ? 1.0 : self::rarity($this->meet($query, $place)), $places);
		$scores = [];
		foreach ($ids as $id) {
			$score = 0.0;
			foreach ($query->units as $n => $unit) {
				$score += $rarity[$n] * (self::BY_TERM + 10 * self::best($unit, $words[$id] ?? []));
			}
			$scores[$id] = (int)round($score);
		}
		return $scores;
	}

	/**
	 * @param list<array{string, string, int}> $rows field, token and weight
	 * @return float the highest score of any of them for a unit
	 */
	private static function best(QueryUnit $unit, array $rows): float {
		$best = 0.0;
		foreach ($rows as [, $token, $weight]) {
			$best = max($best, $weight * $unit->counts($token));
		}
		if ($unit->phrases === []) {
			return $best;
		}
		$fields = [];
		foreach ($rows as [$field, $token, $weight]) {
			$fields[$field]['weight'] = $weight;
			$fields[$field]['tokens'][] = $token;
		}
		foreach ($unit->phrases as $phrase) {
			foreach ($fields as ['weight' => $weight, 'tokens' => $tokens]) {
				// Half a phrase is no match, but ranks one object found by its term above another.
				$share = count(array_intersect($phrase, $tokens)) / count($phrase);
				$best = max($best, $weight * QueryParser::OTHER_NAME * $share ** 2);
			}
		}
		return $best;
	}

	/** The weight of a word by the number of objects that have it: 1 if everyone writes it, more if it is rarer. */
	public static function rarity(int $count): float {
		return 1.0 + log((Finder::MANY + 1) / max(1, $count), 10);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, list<array{string, string, int}>> field, token and weight of every matching word, by object
	 */
	public function words(Query $query, array $ids): array {
		$found = [];
		$unknown = [];
		foreach ($query->units as $place => $unit) {
			$known = $ids === [] ? [] : $this->matches->known($query, $place, $ids);
			foreach ($known ?? [] as $id => $rows) {
				$found[$id] = [...$found[$id] ?? [], ...$rows];
			}
			array_push($unknown, ...($known === null ? self::leaves([$unit]) : [...self::phrases($unit), ...self::leaves($unit->parts)]));
		}
		foreach ($unknown === [] ? [] : array_chunk($ids, self::CHUNK) as $chunk) {
			$rows = array_map(static fn (QueryUnit $unit): array => $query->rows($unit, 'i.object_id, i.field, i.token, i.weight', Query::among('i', $chunk)), $unknown);
			foreach ($this->db->executeQuery(implode(' UNION ALL ', array_merge(...$rows)), $query->parameters)->fetchAll() as $row) {
				$found[(int)$row['object_id']][] = [(string)$row['field'], (string)$row['token'], (int)$row['weight']];
			}
		}
		return $found;
	}

	/**
	 * @param array<int, list<array{string, string, int}>> $words what words() read
	 * @param list<int> $ids
	 * @return array<int, array<string, true>> by object, the fields in which a word matched
	 */
	public static function fields(array $words, array $ids): array {
		return array_map(static fn (array $rows): array => array_fill_keys(array_column($rows, 0), true), array_intersect_key($words, array_flip($ids)));
	}

	/**
	 * @param list<QueryUnit> $units
	 * @return list<QueryUnit> units that tokens represent: words, their parts, and the words of phrases
	 */
	private static function leaves(array $units): array {
		$leaves = [];
		foreach ($units as $unit) {
			if ($unit->tokens !== [] || $unit->prefix !== null) {
				$leaves[] = $unit;
			}
			array_push($leaves, ...self::phrases($unit), ...self::leaves($unit->parts));
		}
		return $leaves;
	}

	/** @return list<QueryUnit> the words of a unit's phrases */
	private static function phrases(QueryUnit $unit): array {
		return $unit->phrases === [] ? [] : [new QueryUnit('', array_fill_keys(array_merge(...$unit->phrases), 1.0))];
	}
}
