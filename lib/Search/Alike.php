<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\IDBConnection;

/**
 * Finds the objects that have the most of some terms and words, as a viewer may see them, and counts how many have a word. The work does not grow with the
 * network: rare terms come first, and reading stops soon after enough is found.
 */
class Alike {
	/** From this number of objects on, a word counts as one that everyone writes. */
	public const COMMON = 200;

	/** Objects with the terms that are read; further terms are left out. */
	private const ENOUGH = 800;

	/** Objects read of one term, if that term alone has more than the total to read, and of those with several of the words. */
	private const SOME = 300;
	private const SOME_WITH_WORDS = 40;

	/** Words per statement. */
	private const WORDS = 100;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param array<string, list<string>> $terms by facet
	 * @param array<string, list<string>> $tokens by field; if fewer than `$most` objects have the terms, an object with two of these counts too
	 * @return list<int> objects of others, those with most of them first, then the newest
	 */
	public function find(string $type, Viewer $viewer, array $terms, array $tokens, int $most): array {
		$query = new Query($type, $viewer, [], []);
		$others = self::others($query, 'o');
		$parts = [];
		$parameters = $query->parameters;
		$read = 0;
		$whole = [];
		foreach ($this->rarestFirst($query, $terms) as $n => [$facet, $term, $count]) {
			if ($read > 0 && $read + $count > self::ENOUGH) {
				break;
			}
			$read += $count;
			$parameters += ["facet$facet" => $facet, "term$n" => $term];
			if ($count > self::ENOUGH) {
				// An expression, otherwise SQLite would read everything in this order.
				$parts[] = self::withTerms("= :term$n", $facet, $others) . ' ORDER BY o.object_id + 0 DESC LIMIT ' . self::SOME;
			} else {
				$whole[$facet][] = ":term$n";
			}
		}
		// An object appears once for each of its terms: a part for each term would take PostgreSQL as long to plan as to run.
		foreach ($whole as $facet => $names) {
			$parts[] = self::withTerms('IN (' . implode(', ', $names) . ')', $facet, $others);
		}
		$found = $this->counted($parts, $parameters);
		// Everyone with one of many words is read: only if the terms alone find too few.
		if (count($found) < $most) {
			$words = [];
			foreach (array_filter($tokens) as $field => $its) {
				$rows = "SELECT DISTINCT o.object_id, o.token FROM `*PREFIX*reseau_index` o WHERE o.token IN ('" . implode("', '", $its) . "') AND o.field = '$field' AND $others";
				$words[] = "SELECT w.object_id FROM ($rows) w GROUP BY w.object_id HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, w.object_id DESC LIMIT " . self::SOME_WITH_WORDS;
			}
			foreach ($this->counted($words, $query->parameters) as $id => $n) {
				$found[$id] = ($found[$id] ?? 0) + $n;
			}
		}
		$order = array_map(static fn (int $id, int $n): array => [$n, $id], array_keys($found), $found);
		rsort($order);
		return array_column(array_slice($order, 0, $most), 1);
	}

	/**
	 * Finds the objects that are most about some subjects.
	 *
	 * @param array<string, array<int, int>> $subjects strength by subject, by facet
	 * @param ?list<int> $hidden as of Query
	 * @return list<int> objects of others, those that are most about them first
	 */
	public function findAbout(string $type, Viewer $viewer, array $subjects, int $most, ?array $hidden = null): array {
		$query = new Query($type, $viewer, [], [], hidden: $hidden);
		$others = self::others($query, 's');
		$sums = [];
		foreach (array_filter($subjects) as $facet => $its) {
			$strengths = implode(' ', array_map(static fn (int $subject, int $strength): string => "WHEN $subject THEN $strength", array_keys($its), $its));
			$result = $this->db->executeQuery(
				"SELECT s.object_id, SUM(s.strength * CASE s.subject $strengths END) AS n FROM `*PREFIX*reseau_subjects` s WHERE s.object_type = :type AND s.facet = :facet AND s.subject IN ("
				. implode(', ', array_keys($its)) . ") AND $others GROUP BY s.object_id ORDER BY n DESC, s.object_id DESC LIMIT $most",
				['facet' => $facet] + $query->parameters,
			);
			foreach (array_column($result->fetchAll(), 'n', 'object_id') as $id => $n) {
				$sums[$id] = max($sums[$id] ?? 0, (int)$n);
			}
		}
		ksort($sums);
		arsort($sums);
		return array_slice(array_keys($sums), 0, $most);
	}

	/**
	 * Finds the objects that are most about some subjects, whether they seek or offer, and meet a query.
	 *
	 * @param array<int, int> $subjects strength by subject, at least one
	 * @param int $least sum of the products of the strengths of an object, on one side
	 * @param list<int> $except objects left out
	 * @return list<int> those that are most about them first
	 */
	public function findSimilar(Query $query, array $subjects, int $least, int $most, array $except): array {
		$sum = 'SUM(s.strength * CASE s.subject ' . implode(' ', array_map(static fn (int $subject, int $strength): string => "WHEN $subject THEN $strength", array_keys($subjects), $subjects)) . ' END)';
		$result = $this->db->executeQuery(
			"SELECT s.object_id, s.facet, $sum AS n FROM `*PREFIX*reseau_subjects` s WHERE s.facet IN ('seek', 'offer') AND s.subject IN (" . implode(', ', array_keys($subjects)) . ") AND {$query->seen('s')}"
			. ($except === [] ? '' : ' AND NOT ' . Query::among('s', $except)) . " AND {$query->each('s')} GROUP BY s.object_id, s.facet HAVING $sum >= $least ORDER BY n DESC, s.object_id DESC LIMIT $most",
			$query->parameters,
		);
		return array_values(array_unique(array_map(intval(...), array_column($result->fetchAll(), 'object_id'))));
	}

	/**
	 * How many objects have each word, and how many objects exist, as every member sees them.
	 *
	 * @param list<string> $tokens of the index: letters and digits only
	 * @return array<array-key, int> COMMON at most; the number of objects under the empty word
	 */
	public function spread(string $type, array $tokens): array {
		$seen = 'object_type = :type AND audience >= ' . Audience::Members->rank() . ' LIMIT ' . self::COMMON;
		$rows = ["SELECT '' AS token, COUNT(*) AS n FROM (SELECT object_id FROM `*PREFIX*reseau_objects` WHERE $seen) c"];
		foreach ($tokens as $token) {
			$rows[] = "SELECT '$token' AS token, COUNT(*) AS n FROM (SELECT DISTINCT object_id FROM `*PREFIX*reseau_index` WHERE token = '$token' AND $seen) c";
		}
		$counts = [];
		foreach (array_chunk($rows, self::WORDS) as $some) {
			$result = $this->db->executeQuery(implode(' UNION ALL ', $some), ['type' => $type]);
			$counts += array_map(intval(...), array_column($result->fetchAll(), 'n', 'token'));
		}
		return $counts;
	}

	/**
	 * @param array<string, list<string>> $terms by facet
	 * @return list<array{string, string, int}> facet, term, and number of objects that have it as every member sees it
	 */
	private function rarestFirst(Query $query, array $terms): array {
		$sums = [];
		foreach (array_filter($terms) as $facet => $its) {
			$names = array_combine(array_map(static fn (int $n): string => "t$n", array_keys($its)), $its);
			$result = $this->db->executeQuery('SELECT s.term, SUM(s.sum) AS n FROM `*PREFIX*reseau_facet_sums` s WHERE s.object_type = :type AND s.audience IN ('
				. Audience::Members->rank() . ', ' . Audience::Public->rank() . ') AND s.facet = :facet AND s.term IN (:' . implode(', :', array_keys($names)) . ') GROUP BY s.term', ['facet' => $facet] + $names + $query->parameters);
			$counts = array_column($result->fetchAll(), 'n', 'term');
			foreach ($its as $term) {
				$sums[] = [(int)($counts[$term] ?? 0), $facet, $term];
			}
		}
		sort($sums);
		return array_map(static fn (array $sum): array => [$sum[1], $sum[2], $sum[0]], $sums);
	}

	/** Objects with a term, or with any of some. */
	private static function withTerms(string $terms, string $facet, string $others): string {
		return "SELECT o.object_id FROM `*PREFIX*reseau_facets` o WHERE o.facet = :facet$facet AND o.term $terms AND $others";
	}

	/** The objects of others that this viewer may see: their own cards, and those they keep, would only take the places of these. */
	private static function others(Query $query, string $alias): string {
		$viewer = $query->viewer;
		$own = $viewer->memberId === null ? '' : " AND $alias.scope <> $viewer->memberId";
		return $query->seen($alias) . $own . ' AND NOT ' . Visibility::isKept($viewer, "$alias.scope");
	}

	/**
	 * All parts in one statement: on PostgreSQL each statement costs more than the rows it reads.
	 *
	 * @param list<string> $parts statements that return objects
	 * @param array<string, string> $parameters
	 * @return array<int, int> by object, number of the statements that returned it
	 */
	private function counted(array $parts, array $parameters): array {
		if ($parts === []) {
			return [];
		}
		$all = array_map(static fn (string $sql, int $n): string => "SELECT p$n.object_id FROM ($sql) p$n", $parts, array_keys($parts));
		return array_count_values(array_map(intval(...), array_column($this->db->executeQuery(implode(' UNION ALL ', $all), $parameters)->fetchAll(), 'object_id')));
	}
}
