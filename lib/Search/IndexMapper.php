<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Audience;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Writes the tables of the search index. */
class IndexMapper {
	/** Rows per statement: SQLite takes 32,766 parameters, the others more. */
	private const ROWS = 200;

	/** Sums changed per statement. */
	private const SUMS = 100;

	/** @var ?array<string, array<string, array{array{string, string, int}, int}>> pending changes by type and term; null: write at once */
	private ?array $held = null;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** @return ?array{hash: string, format: int, head: array{int, int, string, int}} the stored row of an object */
	public function object(string $type, int $id): ?array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('scope', 'audience', 'name', 'fresh', 'hash', 'format')->from('reseau_objects');
		$this->whereObject($qb, $type, $id);
		$result = $qb->executeQuery();
		$row = $result->fetch();
		$result->closeCursor();
		return $row === false ? null : [
			'hash' => (string)$row['hash'],
			'format' => (int)$row['format'],
			'head' => [(int)$row['scope'], (int)$row['audience'], (string)$row['name'], (int)$row['fresh']],
		];
	}

	/** @param array{int, int, string, int} $head scope, audience, name, fresh */
	public function insertObject(string $type, int $id, array $head, string $hash, int $format): void {
		$this->insert('reseau_objects', ['object_type', 'object_id', 'scope', 'audience', 'name', 'fresh', 'hash', 'format'], [[$type, $id, ...$head, $hash, $format]]);
	}

	/** @param array{int, int, string, int} $head scope, audience, name, fresh */
	public function updateObject(string $type, int $id, array $head, string $hash, int $format): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_objects');
		foreach (['scope' => $head[0], 'audience' => $head[1], 'name' => $head[2], 'fresh' => $head[3], 'hash' => $hash, 'format' => $format] as $column => $value) {
			$qb->set($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR));
		}
		$this->whereObject($qb, $type, $id);
		$qb->executeStatement();
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_index')->set('fresh', $qb->createNamedParameter($head[3], IQueryBuilder::PARAM_INT));
		$this->whereObject($qb, $type, $id);
		$qb->andWhere($qb->expr()->neq('fresh', $qb->createNamedParameter($head[3], IQueryBuilder::PARAM_INT)))->executeStatement();
	}

	/** @param list<array{string, string, int, int}> $tokens token, field, audience, weight */
	public function insertTokens(string $type, int $id, int $scope, int $fresh, array $tokens): void {
		$this->insert('reseau_index', ['object_type', 'object_id', 'scope', 'fresh', 'token', 'field', 'audience', 'weight'], array_map(
			static fn (array $row): array => [$type, $id, $scope, $fresh, ...$row],
			$tokens,
		));
	}

	/** @param list<array{string, string, int}> $terms facet, term, audience */
	public function insertTerms(string $type, int $id, int $scope, array $terms): void {
		$this->insert('reseau_facets', ['object_type', 'object_id', 'scope', 'facet', 'term', 'audience'], array_map(
			static fn (array $row): array => [$type, $id, $scope, ...$row],
			$terms,
		));
	}

	/** @param list<array{string, int, string}> $sets facet, audience, terms */
	public function insertSets(string $type, int $id, int $scope, array $sets): void {
		$this->insert('reseau_facet_sets', ['object_type', 'object_id', 'scope', 'facet', 'audience', 'terms'], array_map(
			static fn (array $row): array => [$type, $id, $scope, ...$row],
			$sets,
		));
	}

	/** @return list<array{string, string, int}> facet, term, audience */
	public function termsOf(string $type, int $id): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('facet', 'term', 'audience')->from('reseau_facets');
		$this->whereObject($qb, $type, $id);
		$result = $qb->executeQuery();
		$terms = [];
		while (($row = $result->fetch()) !== false) {
			$terms[] = [(string)$row['facet'], (string)$row['term'], (int)$row['audience']];
		}
		$result->closeCursor();
		return $terms;
	}

	/** @return list<string> */
	public function tokensOf(string $type, int $id): array {
		$qb = $this->db->getQueryBuilder();
		$qb->selectDistinct('token')->from('reseau_index');
		$this->whereObject($qb, $type, $id);
		return self::column($qb, strval(...));
	}

	public function deleteObject(string $type, int $id): void {
		foreach (['reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_objects'] as $table) {
			$qb = $this->db->getQueryBuilder();
			$qb->delete($table);
			$this->whereObject($qb, $type, $id);
			$qb->executeStatement();
		}
	}

	/**
	 * Writes the sums at the end: many objects have the same terms, and one stored again mostly keeps its own.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function holdingSums(callable $work): mixed {
		if ($this->held !== null) {
			return $work();
		}
		$this->held = [];
		try {
			$done = $work();
			$held = $this->held;
		} finally {
			$this->held = null;
		}
		foreach ($held as $type => $terms) {
			$by = [];
			foreach ($terms as [$term, $sum]) {
				$by[$sum][] = $term;
			}
			unset($by[0]);
			foreach ($by as $sum => $these) {
				foreach (array_chunk($these, self::SUMS) as $chunk) {
					$this->writeSums((string)$type, $chunk, $sum);
				}
			}
		}
		return $done;
	}

	/**
	 * What only few may see is counted on request; the sums hold what every member sees.
	 *
	 * @param list<array{string, string, int}> $terms facet, term, audience
	 */
	public function addToSums(string $type, array $terms, int $by): void {
		$seen = array_filter($terms, static fn (array $term): bool => $term[2] >= Audience::Members->rank());
		if ($this->held === null) {
			$this->writeSums($type, $seen, $by);
			return;
		}
		foreach ($seen as $term) {
			$sum = &$this->held[$type][implode(' ', $term)];
			$sum = [$term, ($sum[1] ?? 0) + $by];
		}
	}

	/** @param array<array{string, string, int}> $seen facet, term, audience */
	private function writeSums(string $type, array $seen, int $by): void {
		if ($seen === []) {
			return;
		}
		$parameters = [$type];
		foreach ($seen as $term) {
			array_push($parameters, ...$term);
		}
		$types = array_map(static fn (string|int $value) => is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR, $parameters);
		$these = '`object_type` = ? AND (' . implode(' OR ', array_fill(0, count($seen), '(`facet` = ? AND `term` = ? AND `audience` = ?)')) . ')';
		$result = $this->db->executeQuery("SELECT `facet`, `term`, `audience` FROM `*PREFIX*reseau_facet_sums` WHERE $these", $parameters, $types);
		$known = [];
		while (($row = $result->fetch()) !== false) {
			$known["{$row['facet']} {$row['term']} {$row['audience']}"] = true;
		}
		$result->closeCursor();
		foreach ($seen as [$facet, $term, $audience]) {
			if (!isset($known["$facet $term $audience"])) {
				$this->db->insertIgnoreConflict('reseau_facet_sums', ['object_type' => $type, 'audience' => $audience, 'facet' => $facet, 'term' => $term, 'sum' => 0]);
			}
		}
		$this->db->executeStatement("UPDATE `*PREFIX*reseau_facet_sums` SET `sum` = `sum` + ($by) WHERE $these", $parameters, $types);
	}

	/** Recomputes the sums of a type, in case they have become wrong. */
	public function recount(string $type): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete('reseau_facet_sums')->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)));
		$qb->executeStatement();
		$this->db->executeStatement(
			'INSERT INTO `*PREFIX*reseau_facet_sums` (`object_type`, `audience`, `facet`, `term`, `sum`)'
			. ' SELECT `object_type`, `audience`, `facet`, `term`, COUNT(*) FROM `*PREFIX*reseau_facets`'
			. ' WHERE `object_type` = ? AND `audience` >= ? GROUP BY `object_type`, `audience`, `facet`, `term`',
			[$type, Audience::Members->rank()],
			[IQueryBuilder::PARAM_STR, IQueryBuilder::PARAM_INT],
		);
	}

	/**
	 * @param bool $rest also entries of objects of which only words or terms are left
	 * @return list<int> stored ids above one, up to and including another, null: to the end
	 */
	public function storedIds(string $type, int $after, ?int $to, bool $rest): array {
		$ids = [];
		foreach ($rest ? ['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets'] : ['reseau_objects'] as $table) {
			$ids += array_flip($this->idsIn($table, $type, $after, $to));
		}
		return array_keys($ids);
	}

	/** @return list<int> */
	private function idsIn(string $table, string $type, int $after, ?int $to): array {
		$qb = $this->db->getQueryBuilder();
		$qb->selectDistinct('object_id')->from($table)
			->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))
			->andWhere($qb->expr()->gt('object_id', $qb->createNamedParameter($after, IQueryBuilder::PARAM_INT)));
		if ($to !== null) {
			$qb->andWhere($qb->expr()->lte('object_id', $qb->createNamedParameter($to, IQueryBuilder::PARAM_INT)));
		}
		return self::column($qb, static fn (mixed $id): int => (int)$id);
	}

	/**
	 * Marks objects that have any of these terms as stored in an old format.
	 *
	 * @param list<string> $terms
	 */
	public function outdate(string $type, array $terms): void {
		foreach (array_chunk($terms, self::ROWS) as $chunk) {
			$this->db->executeStatement(
				'UPDATE `*PREFIX*reseau_objects` SET `format` = 0 WHERE `object_type` = ? AND `object_id` IN (SELECT f.`object_id` FROM `*PREFIX*reseau_facets` f'
				. ' WHERE f.`object_type` = ? AND f.`term` IN (' . implode(', ', array_fill(0, count($chunk), '?')) . '))',
				[$type, $type, ...$chunk],
				array_fill(0, count($chunk) + 2, IQueryBuilder::PARAM_STR),
			);
		}
	}

	public function countOutdated(string $type, int $format): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from('reseau_objects');
		$this->whereOutdated($qb, $type, $format);
		return (int)$qb->executeQuery()->fetchOne();
	}

	/** @return list<int> in their order */
	public function outdatedIds(string $type, int $format, int $most): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('object_id')->from('reseau_objects')->orderBy('object_id')->setMaxResults($most);
		$this->whereOutdated($qb, $type, $format);
		return self::column($qb, static fn (mixed $id): int => (int)$id);
	}

	/** @return list<string> */
	public function distinctTerms(string $type, string $facet): array {
		$qb = $this->db->getQueryBuilder();
		$qb->selectDistinct('term')->from('reseau_facets')
			->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))
			->andWhere($qb->expr()->eq('facet', $qb->createNamedParameter($facet)));
		return self::column($qb, strval(...));
	}

	private function whereOutdated(IQueryBuilder $qb, string $type, int $format): void {
		$qb->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))
			->andWhere($qb->expr()->lt('format', $qb->createNamedParameter($format, IQueryBuilder::PARAM_INT)));
	}

	/**
	 * @template T
	 * @param callable(mixed): T $read
	 * @return list<T> values of the only selected column
	 */
	private static function column(IQueryBuilder $qb, callable $read): array {
		return array_map(static fn (array $row): mixed => $read(current($row)), $qb->executeQuery()->fetchAll());
	}

	private function whereObject(IQueryBuilder $qb, string $type, int $id): void {
		$qb->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))
			->andWhere($qb->expr()->eq('object_id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
	}

	/**
	 * Inserts many rows in one statement, which the query builder cannot do: an object has some hundred rows.
	 *
	 * @param list<string> $columns
	 * @param list<list<string|int>> $rows
	 */
	private function insert(string $table, array $columns, array $rows): void {
		$row = '(' . implode(', ', array_fill(0, count($columns), '?')) . ')';
		foreach (array_chunk($rows, self::ROWS) as $chunk) {
			$values = array_merge(...$chunk);
			$this->db->executeStatement(
				"INSERT INTO `*PREFIX*$table` (`" . implode('`, `', $columns) . '`) VALUES ' . implode(', ', array_fill(0, count($chunk), $row)),
				$values,
				array_map(static fn (string|int $value) => is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR, $values),
			);
		}
	}
}
