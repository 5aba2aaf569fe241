<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Cursor;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Finds the objects that match words and criteria, in order, page by page. */
class Finder {
	/** Above this number, results are not counted further, and are sorted by freshness. */
	public const MANY = 5000;

	/** Orders, and the shape of a cursor of each. */
	public const CURSORS = ['name' => 'si', 'recent' => 'ii', 'relevance' => 'iii'];

	/** Objects per statement. */
	private const CHUNK = 1000;

	/** Minimum weight of any matching word, even if only through a term; in tenths of a weight. */
	private const BY_TERM = 10;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly FacetCounts $counts,
	) {
	}

	/**
	 * @param string $order one of CURSORS; relevance only with words
	 * @param ?Cursor $after where the previous page ended
	 */
	public function find(Query $query, string $order, ?Cursor $after, int $limit): ResultPage {
		if ($query->isEmpty()) {
			[$ids, $next] = $this->page($query, '1 = 1', $order, $after, $limit);
			return new ResultPage($ids, $this->counts->total($query), false, $next, null, []);
		}
		$fresh = $this->all($query, self::MANY);
		$more = count($fresh) > self::MANY;
		if ($order === 'relevance' && !$more) {
			$words = $this->words($query, array_keys($fresh));
			[$ids, $next] = $this->mostRelevant($this->scores($query, $words, array_keys($fresh)), $fresh, $after, $limit);
		} else {
			$condition = $more ? $query->each('o') : Query::among('o', array_keys($fresh));
			[$ids, $next] = $this->page($query, $condition, $order === 'relevance' ? 'recent' : $order, $after, $limit);
			$words = $this->words($query, $ids);
		}
		return new ResultPage(
			$ids,
			min(count($fresh), self::MANY),
			$more,
			$next,
			$more ? null : array_keys($fresh),
			array_map(static fn (array $rows): array => array_fill_keys(array_column($rows, 0), true), array_intersect_key($words, array_flip($ids))),
		);
	}

	/** @return list<int> the results in any order; one more than `most` if there are more */
	public function ids(Query $query, int $most): array {
		return array_keys($this->all($query, $most));
	}

	/** The number of results, at most MANY + 1. */
	public function count(Query $query): int {
		if ($query->isEmpty()) {
			return min(self::MANY + 1, $this->counts->total($query));
		}
		if ($query->criteria() === [0]) {
			return $this->meet($query, 0);
		}
		$term = $query->onlyTerm();
		if ($term !== null) {
			return min(self::MANY + 1, $this->counts->unchosen($query, ...$term)[$term[0]][$term[1]] ?? 0);
		}
		$sql = $this->select($query, 'o.object_id', self::MANY);
		return (int)$this->db->executeQuery("SELECT COUNT(*) FROM ($sql) h", $query->parameters)->fetchOne();
	}

	/**
	 * The results, at most one more than `most`: the database starts from the rarest criterion, checks the others, and stops when there are enough.
	 *
	 * @param string $columns of `o`
	 */
	private function select(Query $query, string $columns, int $most): string {
		$rarest = $this->rarest($query);
		return "SELECT DISTINCT $columns FROM (" . $query->meeting($rarest) . ') u CROSS JOIN `*PREFIX*reseau_objects` o'
			. " WHERE o.object_id = u.object_id AND {$query->each('o', $rarest)} AND {$query->seen('o')} LIMIT " . ($most + 1);
	}

	private function rarest(Query $query): int|string {
		$criteria = $query->criteria();
		if (count($criteria) === 1) {
			return $criteria[0];
		}
		$counts = array_map(fn (int|string $criterion): int => is_int($criterion)
			? $this->meet($query, $criterion)
			: $query->countGiven($criterion) ?? $this->counts->usual($query, $criterion), $criteria);
		return $criteria[array_search(min($counts), $counts, true)];
	}

	/** How many objects match a word of the query, ignoring the rest of it; at most MANY + 1. */
	private function meet(Query $query, int $place): int {
		return $query->met[$place] ??= (int)$this->db->executeQuery(
			"SELECT COUNT(*) FROM (SELECT DISTINCT u.object_id FROM ({$query->meeting($place)}) u LIMIT " . (self::MANY + 1) . ') c',
			$query->parameters,
		)->fetchOne();
	}

	/**
	 * @param list<int> $ids
	 * @return list<int> those of these objects that match
	 */
	public function foundAmong(Query $query, array $ids): array {
		$found = [];
		foreach (array_chunk($ids, self::CHUNK) as $chunk) {
			$result = $this->db->executeQuery(
				'SELECT o.object_id FROM `*PREFIX*reseau_objects` o WHERE ' . Query::among('o', $chunk) . ' AND ' . $query->each('o') . ' AND ' . $query->seen('o'),
				$query->parameters,
			);
			array_push($found, ...array_map(intval(...), array_column($result->fetchAll(), 'object_id')));
		}
		return $found;
	}

	/** @return array<int, int> when each appeared, by object; one more than `most` if there are more */
	private function all(Query $query, int $most): array {
		$result = $this->db->executeQuery($this->select($query, 'o.object_id, o.fresh', $most), $query->parameters);
		// In one string: transferring thousands of rows takes longer than finding them.
		return array_map(intval(...), array_column($result->fetchAll(), 'fresh', 'object_id'));
	}

	/**
	 * @param string $condition on objects `o`
	 * @return array{list<int>, ?string} ids by name or freshness, and the cursor of the next page
	 */
	private function page(Query $query, string $condition, string $order, ?Cursor $after, int $limit): array {
		$column = $order === 'name' ? 'name' : 'fresh';
		$way = $order === 'name' ? 'ASC' : 'DESC';
		$parameters = [];
		$types = [];
		$beyond = '';
		if ($after !== null) {
			$than = $order === 'name' ? '>' : '<';
			$beyond = " AND (o.$column $than :key OR (o.$column = :key AND o.object_id $than {$after->key[1]}))";
			$parameters['key'] = $after->key[0];
			$types['key'] = $order === 'name' ? IQueryBuilder::PARAM_STR : IQueryBuilder::PARAM_INT;
		}
		$result = $this->db->executeQuery(
			"SELECT o.object_id, o.$column FROM `*PREFIX*reseau_objects` o WHERE $condition AND {$query->seen('o')}$beyond"
			. " ORDER BY o.$column $way, o.object_id $way LIMIT " . ($limit + 1),
			$parameters + $query->parameters,
			$types,
		);
		$rows = array_map($order === 'name' ? strval(...) : intval(...), array_column($result->fetchAll(), $column, 'object_id'));
		$ids = array_slice(array_keys($rows), 0, $limit);
		$last = $ids[$limit - 1] ?? null;
		return [$ids, $last !== null && count($rows) > $limit ? (string)new Cursor($order, [$rows[$last], $last]) : null];
	}

	/**
	 * @param array<int, int> $scores
	 * @param array<int, int> $fresh
	 * @return array{list<int>, ?string}
	 */
	private function mostRelevant(array $scores, array $fresh, ?Cursor $after, int $limit): array {
		$keys = [];
		foreach ($fresh as $id => $moment) {
			$key = [$scores[$id], $moment, $id];
			// Arrays of equal length are compared from their first value on.
			if ($after === null || $key < $after->key) {
				$keys[] = $key;
			}
		}
		rsort($keys);
		$page = array_slice($keys, 0, $limit);
		return [array_column($page, 2), count($keys) > $limit ? (string)new Cursor('relevance', $page[$limit - 1]) : null];
	}

	/**
	 * Weight of the field times rarity of the word, summed over the words. Rarity depends on what this viewer sees.
	 *
	 * @param array<int, list<array{string, string, int}>> $words what words() read
	 * @param list<int> $ids
	 * @return array<int, int>
	 */
	private function scores(Query $query, array $words, array $ids): array {
		$rarity = count($ids) > 1 ? $this->rarity($query) : array_fill(0, count($query->units), 1.0);
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

	/** @return list<float> by unit, 1 for a word that everybody writes, more for a rarer one */
	private function rarity(Query $query): array {
		if (count($query->units) === 1) {
			return [1.0];
		}
		return array_map(
			fn (int $place): float => 1.0 + log((self::MANY + 1) / max(1, $this->meet($query, $place)), 10),
			array_keys($query->units),
		);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, list<array{string, string, int}>> field, token and weight of every matching word, by object
	 */
	private function words(Query $query, array $ids): array {
		$found = [];
		foreach (self::leaves($query->units) as $unit) {
			foreach (array_chunk($ids, self::CHUNK) as $chunk) {
				$rows = $query->rows($unit, 'i.object_id, i.field, i.token, i.weight', Query::among('i', $chunk));
				$result = $this->db->executeQuery(implode(' UNION ALL ', $rows), $query->parameters);
				foreach ($result->fetchAll() as $row) {
					$found[(int)$row['object_id']][] = [(string)$row['field'], (string)$row['token'], (int)$row['weight']];
				}
			}
		}
		return $found;
	}

	/**
	 * @param list<QueryUnit> $units
	 * @return list<QueryUnit> units that tokens stand for: words, their parts, and the words of phrases
	 */
	private static function leaves(array $units): array {
		$leaves = [];
		foreach ($units as $unit) {
			if ($unit->tokens !== [] || $unit->prefix !== null) {
				$leaves[] = $unit;
			}
			if ($unit->phrases !== []) {
				$leaves[] = new QueryUnit('', array_fill_keys(array_merge(...$unit->phrases), 1.0));
			}
			array_push($leaves, ...self::leaves($unit->parts));
		}
		return $leaves;
	}
}
