<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use InvalidArgumentException;
use OCP\DB\IResult;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use RuntimeException;

/** Makes one SQL statement for one of the three databases. */
class QueryBuilder implements IQueryBuilder {
	private string $type = 'SELECT';

	/** Table written to, unquoted and without prefix. */
	private string $table = '';

	/** @var list<string> */
	private array $columns = [];

	/** @var list<string> */
	private array $from = [];

	/** @var array<string, true> names a join may start from */
	private array $aliases = [];

	/** @var list<string> */
	private array $joins = [];

	/** @var array<string, string> */
	private array $values = [];

	private ?Condition $where = null;

	/** @var list<string> */
	private array $groupBy = [];

	/** @var list<string> */
	private array $orderBy = [];

	private ?int $limit = null;

	private int $offset = 0;

	/** @var array<int|string, mixed> */
	private array $parameters = [];

	/** @var array<int|string, mixed> */
	private array $parameterTypes = [];

	public function __construct(
		private readonly Database $db,
	) {
	}

	public function expr() {
		return new Expressions($this->db);
	}

	public function func() {
		return new Functions();
	}

	public function select(...$selects) {
		$this->columns = [];
		return $this->addSelect(...$selects);
	}

	public function addSelect(...$select) {
		array_push($this->columns, ...Sql::quoteAll($select));
		return $this;
	}

	public function selectAlias($select, $alias) {
		$this->columns[] = Sql::quote($select) . ' AS ' . Sql::quote($alias);
		return $this;
	}

	public function selectDistinct($select) {
		$this->columns[] = 'DISTINCT ' . implode(', ', Sql::quoteAll([$select]));
		return $this;
	}

	public function insert($insert = null) {
		return $this->write('INSERT', $insert);
	}

	public function update($update = null, $alias = null) {
		return $this->write('UPDATE', $update);
	}

	public function delete($delete = null, $alias = null) {
		return $this->write('DELETE', $delete);
	}

	public function from($from, $alias = null) {
		$this->from[] = $this->getTableName($from) . ($alias === null ? '' : " `$alias`");
		$this->aliases[$alias ?? (string)$from] = true;
		return $this;
	}

	public function innerJoin($fromAlias, $join, $alias, $condition = null) {
		return $this->addJoin('INNER', $fromAlias, $join, $alias, $condition);
	}

	public function leftJoin($fromAlias, $join, $alias, $condition = null) {
		return $this->addJoin('LEFT', $fromAlias, $join, $alias, $condition);
	}

	public function set($key, $value) {
		$this->values[Sql::quote($key)] = Sql::quote($value);
		return $this;
	}

	public function setValue($column, $value) {
		$this->values[Sql::quote($column)] = (string)$value;
		return $this;
	}

	public function values(array $values) {
		$this->values = [];
		foreach ($values as $column => $value) {
			$this->setValue($column, $value);
		}
		return $this;
	}

	public function where(...$predicates) {
		$this->where = new Condition('AND', $predicates);
		return $this;
	}

	public function andWhere(...$where) {
		$this->where = ($this->where ?? new Condition('AND'))->addMultiple($where);
		return $this;
	}

	public function groupBy(...$groupBys) {
		$this->groupBy = Sql::quoteAll($groupBys);
		return $this;
	}

	public function orderBy($sort, $order = null) {
		$this->orderBy = [];
		return $this->addOrderBy($sort, $order);
	}

	public function addOrderBy($sort, $order = null) {
		$this->orderBy[] = Sql::quote($sort) . (strtoupper((string)$order) === 'DESC' ? ' DESC' : ' ASC');
		return $this;
	}

	public function setMaxResults($maxResults) {
		$this->limit = $maxResults === null ? null : (int)$maxResults;
		return $this;
	}

	public function setFirstResult($firstResult) {
		$this->offset = (int)$firstResult;
		return $this;
	}

	public function createNamedParameter($value, $type = self::PARAM_STR, $placeHolder = null) {
		$name = $placeHolder ?? ':dcValue' . (count($this->parameters) + 1);
		$this->setParameter(ltrim($name, ':'), $value, $type);
		return new Sql($name);
	}

	public function createFunction($call) {
		return new Sql($call);
	}

	public function setParameter($key, $value, $type = null) {
		$this->parameters[$key] = $value;
		$this->parameterTypes[$key] = $type ?? self::PARAM_STR;
		return $this;
	}

	public function getParameters() {
		return $this->parameters;
	}

	public function getParameterTypes() {
		return $this->parameterTypes;
	}

	public function getSQL() {
		$table = $this->table === '' ? '' : $this->getTableName($this->table);
		$where = $this->where === null ? '' : ' WHERE ' . $this->where;
		return match ($this->type) {
			'INSERT' => "INSERT INTO $table (" . implode(', ', array_keys($this->values)) . ') VALUES(' . implode(', ', $this->values) . ')',
			'UPDATE' => "UPDATE $table SET " . implode(', ', array_map(
				static fn ($column, $value) => "$column = $value",
				array_keys($this->values),
				$this->values,
			)) . $where,
			'DELETE' => "DELETE FROM $table$where",
			default => $this->db->limit(
				'SELECT ' . implode(', ', $this->columns)
					. ' FROM ' . implode(', ', $this->from) . implode('', $this->joins) . $where
					. ($this->groupBy === [] ? '' : ' GROUP BY ' . implode(', ', $this->groupBy))
					. ($this->orderBy === [] ? '' : ' ORDER BY ' . implode(', ', $this->orderBy)),
				$this->limit,
				$this->offset,
			),
		};
	}

	public function executeQuery(?IDBConnection $connection = null): IResult {
		if ($this->type !== 'SELECT') {
			throw new RuntimeException('Invalid query type, expected SELECT query');
		}
		return ($connection ?? $this->db)->executeQuery($this->getSQL(), $this->parameters, $this->parameterTypes);
	}

	public function executeStatement(?IDBConnection $connection = null): int {
		if ($this->type === 'SELECT') {
			throw new RuntimeException('Invalid query type, expected INSERT, DELETE or UPDATE statement');
		}
		return ($connection ?? $this->db)->executeStatement($this->getSQL(), $this->parameters, $this->parameterTypes);
	}

	public function getLastInsertId(): int {
		return $this->db->lastInsertId($this->prefixTableName($this->table));
	}

	public function getTableName($table) {
		return $table instanceof Sql ? (string)$table : '`' . $this->prefixTableName($table) . '`';
	}

	private function prefixTableName(string $table): string {
		return str_starts_with($table, '*PREFIX*') ? $table : '*PREFIX*' . $table;
	}

	private function write(string $type, ?string $table): self {
		$this->type = $type;
		$this->table = (string)$table;
		return $this;
	}

	private function addJoin(string $kind, string $fromAlias, string|Sql $join, string $alias, mixed $condition): self {
		if (!isset($this->aliases[$fromAlias]) || isset($this->aliases[$alias])) {
			throw new InvalidArgumentException("Cannot join $alias to $fromAlias");
		}
		$this->aliases[$alias] = true;
		$this->joins[] = " $kind JOIN " . $this->getTableName($join) . " `$alias`" . ($condition === null ? '' : " ON $condition");
		return $this;
	}
}
