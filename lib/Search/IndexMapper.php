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
	/** What is stored of an object, in addition to its row. */
	private const PARTS = ['reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_subjects'];

	/** Rows per statement: SQLite takes 32,766 parameters, the others more. */
	private const ROWS = 200;

	/** Rows per statement on PostgreSQL, where a column of all rows is one parameter. */
	private const ROWS_OF_ARRAYS = 5_000;

	/** @var ?array<string, array<string, array{array{string, string, int}, int}>> pending changes by type and term; null: outside of holdingSums() */
	private ?array $held = null;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, array{hash: string, format: int, head: array{int, int, string, int}}> the stored rows of objects, by id
	 */
	public function objects(string $type, array $ids): array {
		$objects = [];
		foreach (array_chunk($ids, self::ROWS) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->select('object_id', 'scope', 'audience', 'name', 'fresh', 'hash', 'format')->from('reseau_objects');
			$this->whereObjects($qb, $type, $some);
			$result = $qb->executeQuery();
			while (($row = $result->fetch()) !== false) {
				$objects[(int)$row['object_id']] = [
					'hash' => (string)$row['hash'],
					'format' => (int)$row['format'],
					'head' => [(int)$row['scope'], (int)$row['audience'], (string)$row['name'], (int)$row['fresh']],
				];
			}
			$result->closeCursor();
		}
		return $objects;
	}

	/** @param list<array{int, int, int, string, int, string, int}> $objects id, scope, audience, name, fresh, hash, format */
	public function insertObjects(string $type, array $objects): void {
		$this->insert('reseau_objects', ['object_id', 'scope', 'audience', 'name', 'fresh', 'hash', 'format'], $type, $objects);
	}

	/** @param array{int, int, string, int} $head scope, audience, name, fresh */
	public function updateObject(string $type, int $id, array $head, string $hash, int $format): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_objects');
		foreach (['scope' => $head[0], 'audience' => $head[1], 'name' => $head[2], 'fresh' => $head[3], 'hash' => $hash, 'format' => $format] as $column => $value) {
			$qb->set($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR));
		}
		$this->whereObjects($qb, $type, [$id]);
		$qb->executeStatement();
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_index')->set('fresh', $qb->createNamedParameter($head[3], IQueryBuilder::PARAM_INT));
		$this->whereObjects($qb, $type, [$id]);
		$qb->andWhere($qb->expr()->neq('fresh', $qb->createNamedParameter($head[3], IQueryBuilder::PARAM_INT)))->executeStatement();
	}

	/** @param list<array{int, int, int, string, string, int, int}> $tokens id, scope, fresh, token, field, audience, weight */
	public function insertTokens(string $type, array $tokens): void {
		// In the order of the largest index: one page of it after the other, not one for each row.
		$words = array_column($tokens, 3);
		$ids = array_column($tokens, 0);
		array_multisort($words, SORT_STRING, $ids, $tokens);
		$this->insert('reseau_index', ['object_id', 'scope', 'fresh', 'token', 'field', 'audience', 'weight'], $type, $tokens);
	}

	/** @param list<array{int, int, string, string, int}> $terms id, scope, facet, term, audience */
	public function insertTerms(string $type, array $terms): void {
		$this->insert('reseau_facets', ['object_id', 'scope', 'facet', 'term', 'audience'], $type, $terms);
	}

	/** @param list<array{int, int, string, int, string}> $sets id, scope, facet, audience, terms */
	public function insertSets(string $type, array $sets): void {
		$this->insert('reseau_facet_sets', ['object_id', 'scope', 'facet', 'audience', 'terms'], $type, $sets);
	}

	/** @param list<array{int, int, string, int, int, int}> $subjects id, scope, facet, subject, strength, audience */
	public function insertSubjects(string $type, array $subjects): void {
		$this->insert('reseau_subjects', ['object_id', 'scope', 'facet', 'subject', 'strength', 'audience'], $type, $subjects);
	}

	/**
	 * @param list<int> $ids
	 * @return list<array{string, string, int}> facet, term, audience; once for each object that has it
	 */
	public function termsOf(string $type, array $ids): array {
		$terms = [];
		foreach (array_chunk($ids, self::ROWS) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->select('facet', 'term', 'audience')->from('reseau_facets');
			$this->whereObjects($qb, $type, $some);
			$result = $qb->executeQuery();
			while (($row = $result->fetch()) !== false) {
				$terms[] = [(string)$row['facet'], (string)$row['term'], (int)$row['audience']];
			}
			$result->closeCursor();
		}
		return $terms;
	}

	/**
	 * @param list<int> $ids
	 * @return list<string> each once
	 */
	public function tokensOf(string $type, array $ids): array {
		$tokens = [];
		foreach (array_chunk($ids, self::ROWS) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->selectDistinct('token')->from('reseau_index');
			$this->whereObjects($qb, $type, $some);
			$tokens += array_fill_keys(self::column($qb, strval(...)), true);
		}
		return array_map(strval(...), array_keys($tokens));
	}

	/** @param list<int> $ids */
	public function deleteObjects(string $type, array $ids): void {
		foreach (array_chunk($ids, self::ROWS) as $some) {
			foreach ([...self::PARTS, 'reseau_objects'] as $table) {
				$qb = $this->db->getQueryBuilder();
				$qb->delete($table);
				$this->whereObjects($qb, $type, $some);
				$qb->executeStatement();
			}
		}
	}

	/**
	 * Writes the sums at the end: many objects have the same terms, and an object stored again mostly keeps its terms.
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
			$this->writeSums((string)$type, $terms);
		}
		return $done;
	}

	/**
	 * Terms that only few may see are counted on request; the sums contain those that every member sees.
	 *
	 * @param list<array{string, string, int}> $terms facet, term, audience
	 */
	public function addToSums(string $type, array $terms, int $by): void {
		$this->holdingSums(function () use ($type, $terms, $by): void {
			foreach ($terms as $term) {
				if ($term[2] >= Audience::Members->rank()) {
					$sum = &$this->held[$type][implode(' ', $term)];
					$sum = [$term, ($sum[1] ?? 0) + $by];
				}
			}
		});
	}

	/** @param array<string, array{array{string, string, int}, int}> $terms facet, term and audience, and the change of their sum */
	private function writeSums(string $type, array $terms): void {
		$terms = array_filter($terms, static fn (array $term): bool => $term[1] !== 0);
		// In a fixed order, so that two writers do not wait for each other.
		ksort($terms, SORT_STRING);
		$ids = $this->idsOfSums($type, array_column($terms, 0));
		$new = array_diff_key($terms, $ids);
		foreach ($new as [[$facet, $term, $audience]]) {
			$this->db->insertIgnoreConflict('reseau_facet_sums', ['object_type' => $type, 'audience' => $audience, 'facet' => $facet, 'term' => $term, 'sum' => 0]);
		}
		$ids += $this->idsOfSums($type, array_column($new, 0));
		$by = [];
		foreach ($terms as $key => [, $sum]) {
			$by[$sum][] = $ids[$key];
		}
		foreach ($by as $sum => $these) {
			foreach (array_chunk($these, self::ROWS) as $some) {
				$qb = $this->db->getQueryBuilder();
				$qb->update('reseau_facet_sums')
					->set('sum', $qb->createFunction("`sum` + ($sum)"))
					->where($qb->expr()->in('id', $qb->createFunction(implode(', ', $some))));
				$qb->executeStatement();
			}
		}
	}

	/**
	 * @param list<array{string, string, int}> $terms facet, term, audience
	 * @return array<string, int> ids of existing sums, by facet, term and audience
	 */
	private function idsOfSums(string $type, array $terms): array {
		$lists = [];
		foreach ($terms as [$facet, $term, $audience]) {
			$lists["$facet $audience"][] = $term;
		}
		$ids = [];
		foreach ($lists as $key => $list) {
			[$facet, $audience] = explode(' ', $key);
			foreach (array_chunk($list, self::ROWS) as $some) {
				$qb = $this->db->getQueryBuilder();
				$qb->select('id', 'term')->from('reseau_facet_sums')
					->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))
					->andWhere($qb->expr()->eq('audience', $qb->createNamedParameter((int)$audience, IQueryBuilder::PARAM_INT)))
					->andWhere($qb->expr()->eq('facet', $qb->createNamedParameter($facet)))
					->andWhere($qb->expr()->in('term', $qb->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY)));
				$result = $qb->executeQuery();
				while (($row = $result->fetch()) !== false) {
					$ids["$facet {$row['term']} $audience"] = (int)$row['id'];
				}
				$result->closeCursor();
			}
		}
		return $ids;
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
	 * @return list<int> stored ids in a range: above one, up to and including another; null: to the end
	 */
	public function storedIds(string $type, int $after, ?int $to, bool $rest): array {
		$ids = [];
		foreach (['reseau_objects', ...$rest ? self::PARTS : []] as $table) {
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

	public function outdateAll(string $type): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_objects')->set('format', $qb->createNamedParameter(0, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))->executeStatement();
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

	/** @param list<int> $ids */
	private function whereObjects(IQueryBuilder $qb, string $type, array $ids): void {
		$qb->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))
			->andWhere($qb->expr()->in('object_id', $qb->createFunction(implode(', ', $ids))));
	}

	/**
	 * Inserts many rows in one statement, which the query builder cannot do: an object has some hundred rows.
	 *
	 * @param list<string> $columns in addition to the type
	 * @param list<list<string|int>> $rows
	 */
	private function insert(string $table, array $columns, string $type, array $rows): void {
		// The type is one of the app's own names (Indexable::type()), so it is inlined.
		$head = "INSERT INTO `*PREFIX*$table` (`object_type`, `" . implode('`, `', $columns) . '`) ';
		if ($rows !== [] && $this->db->getDatabaseProvider() === IDBConnection::PLATFORM_POSTGRES) {
			// Half the work of the server, which would read and plan each of some thousand parameters.
			$arrays = array_map(static fn (string|int $value): string => is_int($value) ? 'CAST(? AS BIGINT[])' : 'CAST(? AS TEXT[])', $rows[0]);
			foreach (array_chunk($rows, self::ROWS_OF_ARRAYS) as $chunk) {
				$this->db->executeStatement(
					"{$head}SELECT '$type', r.* FROM unnest(" . implode(', ', $arrays) . ') r',
					array_map(static fn (int $column): string => self::arrayOf(array_column($chunk, $column)), array_keys($columns)),
				);
			}
			return;
		}
		$row = "('$type'" . str_repeat(', ?', count($columns)) . ')';
		foreach (array_chunk($rows, self::ROWS) as $chunk) {
			$values = array_merge(...$chunk);
			$this->db->executeStatement(
				"{$head}VALUES " . implode(', ', array_fill(0, count($chunk), $row)),
				$values,
				array_map(static fn (string|int $value) => is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR, $values),
			);
		}
	}

	/** @param list<string|int> $values */
	private static function arrayOf(array $values): string {
		return '{' . implode(',', array_map(static fn (string|int $value): string => is_int($value) ? (string)$value : '"' . addcslashes($value, '"\\') . '"', $values)) . '}';
	}
}
