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
	public const CURSORS = ['name' => 'si', 'recent' => 'ii', 'relevance' => 'iii', 'near' => 'iiii'];

	/** Objects per statement. */
	private const CHUNK = 1000;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly FacetCounts $counts,
		private readonly Relevance $relevance,
	) {
	}

	/**
	 * @param string $order one of CURSORS but `near`; relevance only with words
	 * @param ?Cursor $after where the previous page ended
	 */
	public function find(Query $query, string $order, ?Cursor $after, int $limit): ResultPage {
		if ($query->isEmpty()) {
			[$ids, $next] = $this->page($query, '1 = 1', null, $order, $after, $limit);
			return new ResultPage($ids, $this->counts->total($query), false, $next, null, []);
		}
		$fresh = $this->fresh($query, self::MANY);
		$more = count($fresh) > self::MANY;
		if ($order === 'relevance' && !$more) {
			$words = $this->relevance->words($query, array_keys($fresh));
			[$ids, $next] = $this->mostRelevant($query, $this->relevance->scores($query, $words, array_keys($fresh)), $fresh, $after, $limit);
		} else {
			[$ids, $next] = $more
				? $this->page($query, $query->each('o'), $this->foundAmong($query, $query->last())[0] ?? null, $order === 'relevance' ? 'recent' : $order, $after, $limit)
				: $this->sorted($query, array_keys($fresh), $order, $after, $limit);
			$words = $this->relevance->words($query, $ids);
		}
		return new ResultPage(
			$ids,
			min(count($fresh), self::MANY),
			$more,
			$next,
			$more ? null : array_keys($fresh),
			Relevance::fields($words, $ids),
		);
	}

	/**
	 * A page of some results by name or freshness.
	 *
	 * @param list<int> $ids
	 * @return array{list<int>, ?string} its ids, and the cursor of the next page
	 */
	public function sorted(Query $query, array $ids, string $order, ?Cursor $after, int $limit): array {
		return $this->page($query, Query::among('o', $ids), array_values(array_intersect($query->last(), $ids))[0] ?? null, $order, $after, $limit);
	}

	/**
	 * A page of what has keys, the highest first.
	 *
	 * @param list<non-empty-list<int>> $keys as the cursor of the order has them, the id of the object at the end
	 * @return array{list<int>, ?string} its ids, and the cursor of the next page
	 */
	public static function highest(array $keys, string $order, ?Cursor $after, int $limit): array {
		// Arrays of equal length are compared from their first value on.
		$keys = $after === null ? $keys : array_filter($keys, static fn (array $key): bool => $key < $after->key);
		rsort($keys);
		$page = array_slice($keys, 0, $limit);
		return [array_map(static fn (array $key): int => $key[count($key) - 1], $page), count($keys) > $limit ? (string)new Cursor($order, $page[$limit - 1]) : null];
	}

	/** @return list<int> the results in any order; one more than `most` if there are more */
	public function ids(Query $query, int $most): array {
		return array_keys($this->fresh($query, $most));
	}

	/** The number of results, at most MANY + 1. */
	public function count(Query $query): int {
		if ($query->isEmpty()) {
			return min(self::MANY + 1, $this->counts->total($query));
		}
		if ($query->criteria() === [0]) {
			return $this->relevance->meet($query, 0);
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
			? $this->relevance->meet($query, $criterion)
			: $query->countGiven($criterion) ?? $this->counts->usual($query, $criterion), $criteria);
		return $criteria[array_search(min($counts), $counts, true)];
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

	/** @return array<int, int> when each result appeared, by object; one more than `most` if there are more */
	public function fresh(Query $query, int $most): array {
		$result = $this->db->executeQuery($this->select($query, 'o.object_id, o.fresh', $most), $query->parameters);
		// In one string: transferring thousands of rows takes longer than finding them.
		return array_map(intval(...), array_column($result->fetchAll(), 'fresh', 'object_id'));
	}

	/**
	 * @param string $condition on objects `o`
	 * @param ?int $last an object that matches it and comes after all others
	 * @return array{list<int>, ?string} ids by name or freshness, and the cursor of the next page
	 */
	private function page(Query $query, string $condition, ?int $last, string $order, ?Cursor $after, int $limit): array {
		$column = $order === 'name' ? 'name' : 'fresh';
		$way = $order === 'name' ? 'ASC' : 'DESC';
		$parameters = [];
		$types = [];
		$beyond = $last === null ? '' : " AND o.object_id <> $last";
		if ($after !== null) {
			$than = $order === 'name' ? '>' : '<';
			$beyond .= " AND (o.$column $than :key OR (o.$column = :key AND o.object_id $than {$after->key[1]}))";
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
		$all = [...array_keys($rows), ...$last === null || count($rows) > $limit ? [] : [$last]];
		$ids = array_slice($all, 0, $limit);
		$end = $ids[$limit - 1] ?? null;
		return [$ids, count($all) > $limit ? (string)new Cursor($order, [$rows[$end], $end]) : null];
	}

	/**
	 * @param array<int, int> $scores
	 * @param array<int, int> $fresh
	 * @return array{list<int>, ?string}
	 */
	private function mostRelevant(Query $query, array $scores, array $fresh, ?Cursor $after, int $limit): array {
		$keys = [];
		foreach ($fresh as $id => $moment) {
			$keys[] = [$query->isLast($id) ? -1 : $scores[$id], $moment, $id];
		}
		return self::highest($keys, 'relevance', $after, $limit);
	}
}
