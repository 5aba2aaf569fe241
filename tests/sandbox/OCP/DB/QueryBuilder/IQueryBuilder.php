<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\DB\QueryBuilder;

use Doctrine\DBAL\ArrayParameterType;
use Doctrine\DBAL\ParameterType;
use Doctrine\DBAL\Types\Types;
use OCP\DB\IResult;
use OCP\IDBConnection;

interface IQueryBuilder {
	public const PARAM_NULL = ParameterType::NULL;
	public const PARAM_BOOL = Types::BOOLEAN;
	public const PARAM_INT = ParameterType::INTEGER;
	public const PARAM_STR = ParameterType::STRING;
	public const PARAM_INT_ARRAY = ArrayParameterType::INTEGER;
	public const PARAM_STR_ARRAY = ArrayParameterType::STRING;
	public function expr();
	public function func();
	public function executeQuery(?IDBConnection $connection = null): IResult;
	public function executeStatement(?IDBConnection $connection = null): int;
	public function getSQL();
	public function setParameter($key, $value, $type = null);
	public function getParameters();
	public function getParameterTypes();
	public function setFirstResult($firstResult);
	public function setMaxResults($maxResults);
	public function select(...$selects);
	public function selectAlias($select, $alias);
	public function selectDistinct($select);
	public function addSelect(...$select);
	public function delete($delete = null, $alias = null);
	public function update($update = null, $alias = null);
	public function insert($insert = null);
	public function from($from, $alias = null);
	public function innerJoin($fromAlias, $join, $alias, $condition = null);
	public function leftJoin($fromAlias, $join, $alias, $condition = null);
	public function set($key, $value);
	public function where(...$predicates);
	public function andWhere(...$where);
	public function groupBy(...$groupBys);
	public function setValue($column, $value);
	public function values(array $values);
	public function orderBy($sort, $order = null);
	public function addOrderBy($sort, $order = null);
	public function createNamedParameter($value, $type = self::PARAM_STR, $placeHolder = null);
	public function createFunction($call);
	public function getLastInsertId(): int;
	public function getTableName($table);
}
