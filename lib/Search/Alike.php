<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IDBConnection;

/**
 * Finds the objects that have the most of some terms and words, as a viewer may see them, and how many have each word. The work does not grow with the
 * network: no word is counted further than MANY.
 */
class Alike {
	/** Rows read of one word. */
	private const MANY = 400;

	/** Words per statement. */
	private const WORDS = 100;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly FacetCounts $counts,
	) {
	}

	/**
	 * @param array<string, list<string>> $terms by facet
	 * @param array<string, list<string>> $tokens by field
	 * @return list<int> objects, those with most of them first, then the newest
	 */
	public function find(string $type, Viewer $viewer, array $terms, array $tokens, int $most): array {
		$query = new Query($type, $viewer, [], []);
		$found = [];
		foreach (array_filter($terms) as $facet => $its) {
			$names = array_combine(array_map(static fn (int $n): string => "t$n", array_keys($its)), $its);
			$this->add($found, "SELECT f.object_id, COUNT(*) AS n FROM `*PREFIX*reseau_facets` f WHERE f.facet = :facet AND f.term IN (:"
				. implode(', :', array_keys($names)) . ") AND {$query->seen('f')} GROUP BY f.object_id", ['facet' => $facet] + $names + $query->parameters);
		}
		foreach ($tokens as $field => $its) {
			foreach (array_chunk($its, self::WORDS) as $some) {
				$rows = array_map(fn (string $token): string => $this->some($query, $token, " AND i.field = '$field'"), $some);
				$this->add($found, 'SELECT w.object_id, COUNT(*) AS n FROM (' . implode(' UNION ALL ', $rows) . ') w GROUP BY w.object_id', $query->parameters);
			}
		}
		$order = array_map(static fn (int $id, int $n): array => [$n, $id], array_keys($found), $found);
		rsort($order);
		return array_column(array_slice($order, 0, $most), 1);
	}

	/**
	 * @param list<string> $tokens
	 * @return array<array-key, int> how many objects have each, MANY at most; without those that no object has
	 */
	public function spread(string $type, Viewer $viewer, array $tokens): array {
		$query = new Query($type, $viewer, [], []);
		$counts = [];
		foreach (array_chunk($tokens, self::WORDS) as $some) {
			$rows = array_map(fn (string $token): string => $this->some($query, $token), $some);
			$result = $this->db->executeQuery('SELECT w.token, COUNT(DISTINCT w.object_id) AS n FROM (' . implode(' UNION ALL ', $rows) . ') w GROUP BY w.token', $query->parameters);
			$counts += array_map(intval(...), array_column($result->fetchAll(), 'n', 'token'));
		}
		return $counts;
	}

	/** How many objects the viewer may see. */
	public function total(string $type, Viewer $viewer): int {
		return $this->counts->total(new Query($type, $viewer, [], []));
	}

	/** @param string $token of the index: letters and digits only */
	private function some(Query $query, string $token, string $condition = ''): string {
		return "SELECT s.token, s.object_id FROM (SELECT i.token, i.object_id FROM `*PREFIX*reseau_index` i WHERE i.token = '$token'$condition AND {$query->seen('i')}"
			. ' ORDER BY i.object_id DESC LIMIT ' . self::MANY . ') s';
	}

	/**
	 * @param array<int, int> $found
	 * @param array<string, string> $parameters
	 */
	private function add(array &$found, string $sql, array $parameters): void {
		foreach ($this->db->executeQuery($sql, $parameters)->fetchAll() as $row) {
			$found[(int)$row['object_id']] = ($found[(int)$row['object_id']] ?? 0) + (int)$row['n'];
		}
	}
}
