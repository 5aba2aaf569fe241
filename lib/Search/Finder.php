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

	/** The orders, and the shape of the cursor of each. */
	public const CURSORS = ['name' => 'si', 'recent' => 'ii', 'relevance' => 'iii', 'near' => 'iiii'];

	/** Objects per statement. */
	private const CHUNK = 5000;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly FacetCounts $counts,
		private readonly Relevance $relevance,
		private readonly WordMatches $matches,
	) {
	}

	/**
	 * @param string $order one of CURSORS except `near`; relevance only with words
	 * @param ?Cursor $after where the previous page ended
	 */
	public function find(Query $query, string $order, ?Cursor $after, int $limit): ResultPage {
		if ($query->isEmpty()) {
			[$ids, $next] = $this->page($query, '1 = 1', null, $order, $after, $limit);
			return new ResultPage($ids, $this->counts->total($query), false, $next, null, []);
		}
		$found = $this->ids($query, self::MANY);
		$more = count($found) > self::MANY;
		if ($order === 'relevance' && !$more) {
			$words = $this->relevance->words($query, $found);
			[$ids, $next] = $this->mostRelevant($query, $this->relevance->scores($query, $words, $found), $after, $limit);
		} else {
			[$ids, $next] = $more
				? $this->page($query, $query->each('o'), $this->foundAmong($query, $query->last())[0] ?? null, $order === 'relevance' ? 'recent' : $order, $after, $limit)
				: $this->sorted($query, $found, $order, $after, $limit);
			$words = $this->relevance->words($query, $ids);
		}
		return new ResultPage(
			$ids,
			min(count($found), self::MANY),
			$more,
			$next,
			$more ? null : $found,
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
	 * A page of objects with keys, the highest first.
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
		$candidates = $this->withWords($query);
		$found = match (true) {
			$candidates === null => array_map(intval(...), array_column($this->db->executeQuery($this->select($query, $most), $query->parameters)->fetchAll(), 'object_id')),
			$query->hasOnlyWords() => $candidates,
			default => $this->foundAmong($query->withUnits([]), $candidates),
		};
		return array_slice($found, 0, $most + 1);
	}

	/**
	 * The objects with all the words, without the criteria.
	 *
	 * @return ?list<int> null if every word has too many
	 */
	private function withWords(Query $query): ?array {
		$places = array_keys($query->units);
		$few = array_filter($places, fn (int $place): bool => $this->matches->isWhole($query, $place));
		if ($few === []) {
			// A search for one word has more results than are counted.
			$known = $query->hasOnlyWords() && count($places) === 1 ? $this->matches->ids($query, 0) : [];
			return count($known) > self::MANY ? $known : null;
		}
		$ids = array_map(fn (int $place): array => array_flip($this->matches->ids($query, $place)), $few);
		$all = array_keys(array_intersect_key(...$ids));
		foreach (array_diff($places, $few) as $place) {
			$all = $all === [] ? [] : array_keys($this->matches->among($query, $place, $all));
		}
		return $all;
	}

	/** The number of results, at most MANY + 1. */
	public function count(Query $query): int {
		if ($query->isEmpty()) {
			return min(self::MANY + 1, $this->counts->total($query));
		}
		$term = $query->onlyTerm();
		if ($term !== null) {
			return min(self::MANY + 1, $this->counts->unchosen($query, ...$term)[$term[0]][$term[1]] ?? 0);
		}
		return count($this->ids($query, self::MANY));
	}

	/** The results, at most one more than `most`: the database starts from the rarest criterion, checks the others, and stops when there are enough. */
	private function select(Query $query, int $most): string {
		$rarest = $this->rarest($query);
		return "SELECT DISTINCT u.object_id FROM ({$query->meeting($rarest)}) u WHERE {$query->each('u', $rarest)} LIMIT " . ($most + 1);
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
	 * @return list<int> the objects among these that match
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

	/**
	 * @param list<int> $ids
	 * @return array<int, int> when each of these objects appeared
	 */
	public function fresh(Query $query, array $ids): array {
		$fresh = array_intersect_key($this->matches->fresh($query->type), array_flip($ids));
		foreach (array_chunk(array_values(array_diff($ids, array_keys($fresh))), self::CHUNK) as $chunk) {
			$result = $this->db->executeQuery(
				'SELECT o.object_id, o.fresh FROM `*PREFIX*reseau_objects` o WHERE o.object_type = :type AND ' . Query::among('o', $chunk),
				['type' => $query->type],
			);
			$fresh += array_map(intval(...), array_column($result->fetchAll(), 'fresh', 'object_id'));
		}
		return $fresh;
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
	 * @return array{list<int>, ?string}
	 */
	private function mostRelevant(Query $query, array $scores, ?Cursor $after, int $limit): array {
		foreach (array_intersect($query->last(), array_keys($scores)) as $own) {
			$scores[$own] = -1;
		}
		$first = self::first($scores, $after, $limit);
		$fresh = $this->fresh($query, $first);
		// Results that have disappeared since are left out.
		$keys = array_map(static fn (int $id): array => [$scores[$id], $fresh[$id], $id], array_values(array_intersect($first, array_keys($fresh))));
		return self::highest($keys, 'relevance', $after, $limit);
	}

	/**
	 * The objects that a page may have, whole levels of equal scores: the others need not be read.
	 *
	 * @param array<int, int> $scores by object
	 * @return list<int>
	 */
	public static function first(array $scores, ?Cursor $after, int $limit): array {
		arsort($scores);
		$from = $after === null ? PHP_INT_MAX : $after->key[0];
		$first = [];
		$level = null;
		$further = 0;
		foreach ($scores as $id => $of) {
			if ($of !== $level && $further > $limit) {
				break;
			}
			$level = $of;
			if ($of <= $from) {
				$first[] = $id;
				$further += $of < $from ? 1 : 0;
			}
		}
		return $first;
	}
}
