<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCP\IDBConnection;
use WeakMap;

/**
 * The rows of each word of a query, all read in one statement: on a server, a statement costs more than the few rows it reads. Of a word with many
 * rows only some are read; more are read if they are needed.
 */
class WordMatches {
	/** Rows read of each way in which a word may match: if there are other words, and if it is the only one. */
	private const AMONG_OTHERS = 1000;
	private const ALONE = 8000;

	/** Objects per statement. */
	private const CHUNK = 5000;

	/** @var array<string, array<int, int>> when objects appeared, by type and object */
	private array $fresh = [];

	/** @var WeakMap<QueryUnit, array{for: string, most: int, whole: bool, rows: array<int, list<array{string, string, int}>>, among: array<int, true>}> */
	private WeakMap $read;

	public function __construct(
		private readonly IDBConnection $db,
	) {
		$this->read = new WeakMap();
	}

	/** Whether all objects with a word are known. */
	public function isWhole(Query $query, int $place): bool {
		return $this->of($query, $place)['whole'];
	}

	/** @return list<int> the known objects with a word: all of them if isWhole() */
	public function ids(Query $query, int $place): array {
		return array_keys($this->of($query, $place)['rows']);
	}

	/**
	 * @param list<int> $ids
	 * @return ?array<int, list<array{string, string, int}>> field, token and weight of each row of the word, for the objects among these that have it; an
	 *                                                      object without rows has it in another way; null if not known for all of them
	 */
	public function known(Query $query, int $place, array $ids): ?array {
		$read = $this->of($query, $place);
		$these = array_fill_keys($ids, true);
		return $read['whole'] || array_diff_key($these, $read['among']) === [] ? array_intersect_key($read['rows'], $these) : null;
	}

	/** @return array<int, int> when the objects that were read with a word appeared; includes others */
	public function fresh(string $type): array {
		return $this->fresh[$type] ?? [];
	}

	/**
	 * As known(), but reads what is not known.
	 *
	 * @param list<int> $ids
	 * @return array<int, list<array{string, string, int}>>
	 */
	public function among(Query $query, int $place, array $ids): array {
		$known = $this->known($query, $place, $ids);
		if ($known === null) {
			$known = [];
			foreach (array_chunk($ids, self::CHUNK) as $chunk) {
				$known += self::merged($this->rows($query->ways($place, $chunk), $query));
			}
			$this->read[$query->units[$place]] = ['rows' => $known, 'among' => array_fill_keys($ids, true)] + $this->of($query, $place);
		}
		return $known;
	}

	/** @return array{for: string, most: int, whole: bool, rows: array<int, list<array{string, string, int}>>, among: array<int, true>} */
	private function of(Query $query, int $place): array {
		$for = implode("\n", [$query->type, (string)$query->viewer->uid, $query->seen('i')]);
		$most = count($query->units) > 1 ? self::AMONG_OTHERS : self::ALONE;
		$isRead = fn (QueryUnit $unit): bool => isset($this->read[$unit]) && $this->read[$unit]['for'] === $for && ($this->read[$unit]['whole'] || $this->read[$unit]['most'] >= $most);
		if (!$isRead($query->units[$place])) {
			$this->readAll($query, array_keys(array_filter($query->units, static fn (QueryUnit $unit): bool => !$isRead($unit))), $for, $most);
		}
		return $this->read[$query->units[$place]];
	}

	/** @param list<int> $places */
	private function readAll(Query $query, array $places, string $for, int $most): void {
		$ways = [];
		$of = [];
		foreach ($places as $place) {
			foreach ($query->ways($place) as $way) {
				$of[] = $place;
				$ways[] = "$way LIMIT " . ($most + 1);
			}
		}
		$rows = $this->rows($ways, $query, $read);
		foreach ($places as $place) {
			$its = array_flip(array_keys($of, $place, true));
			$this->read[$query->units[$place]] = [
				'for' => $for,
				'most' => $most,
				'whole' => max([0, ...array_intersect_key($read, $its)]) <= $most,
				'rows' => self::merged(array_intersect_key($rows, $its)),
				'among' => [],
			];
		}
	}

	/**
	 * @param array<int, array<int, list<array{string, string, int}>>> $ways
	 * @return array<int, list<array{string, string, int}>> by object
	 */
	private static function merged(array $ways): array {
		$rows = array_shift($ways) ?? [];
		foreach ($ways as $way) {
			foreach ($way as $id => $these) {
				$rows[$id] = [...$rows[$id] ?? [], ...$these];
			}
		}
		return $rows;
	}

	/**
	 * @param list<string> $ways queries for object_id, field, token, weight and fresh
	 * @param ?array<int, int> $read how many rows each way had
	 * @return array<int, array<int, list<array{string, string, int}>>> by way and object
	 */
	private function rows(array $ways, Query $query, ?array &$read = null): array {
		$read = [];
		$rows = [];
		if ($ways === []) {
			return $rows;
		}
		// In derived tables, otherwise SQLite would not accept a limit.
		$all = array_map(static fn (string $way, int $n): string => "SELECT $n AS way, w$n.object_id, w$n.field, w$n.token, w$n.weight, w$n.fresh FROM ($way) w$n", $ways, array_keys($ways));
		$result = $this->db->executeQuery(implode(' UNION ALL ', $all), $query->parameters);
		foreach ($result->fetchAll() as ['way' => $way, 'object_id' => $id, 'field' => $field, 'token' => $token, 'weight' => $weight, 'fresh' => $fresh]) {
			$read[$way] = ($read[$way] ?? 0) + 1;
			$rows[$way][$id] ??= [];
			if ($token !== '') {
				$rows[$way][$id][] = [(string)$field, (string)$token, (int)$weight];
			}
			// 0: not stored yet.
			if ((int)$fresh > 0) {
				$this->fresh[$query->type][$id] = (int)$fresh;
			}
		}
		return $rows;
	}
}
