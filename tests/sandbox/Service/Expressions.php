<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\DB\QueryBuilder\ICompositeExpression;
use OCP\DB\QueryBuilder\IExpressionBuilder;

/** Conditions in SQL; the databases differ in LIKE. */
class Expressions implements IExpressionBuilder {
	public function __construct(
		private readonly Database $db,
	) {
	}

	public function andX(...$x): ICompositeExpression {
		return new Condition('AND', $x);
	}

	public function orX(...$x): ICompositeExpression {
		return new Condition('OR', $x);
	}

	public function eq($x, $y, $type = null): string {
		return $this->compare($x, '=', $y);
	}

	public function neq($x, $y, $type = null): string {
		return $this->compare($x, '<>', $y);
	}

	public function lt($x, $y, $type = null): string {
		return $this->compare($x, '<', $y);
	}

	public function lte($x, $y, $type = null): string {
		return $this->compare($x, '<=', $y);
	}

	public function gt($x, $y, $type = null): string {
		return $this->compare($x, '>', $y);
	}

	public function gte($x, $y, $type = null): string {
		return $this->compare($x, '>=', $y);
	}

	public function isNull($x): string {
		return Sql::quote($x) . ' IS NULL';
	}

	public function isNotNull($x): string {
		return Sql::quote($x) . ' IS NOT NULL';
	}

	public function like($x, $y, $type = null): string {
		return $this->compare($x, 'LIKE', $y) . $this->escape();
	}

	public function notLike($x, $y, $type = null): string {
		return $this->compare($x, 'NOT LIKE', $y) . $this->escape();
	}

	public function iLike($x, $y, $type = null): string {
		return match ($this->db->provider) {
			Database::PLATFORM_POSTGRES => $this->compare($x, 'ILIKE', $y),
			Database::PLATFORM_MYSQL => $this->compare($x, 'COLLATE utf8mb4_general_ci LIKE', $y),
			default => 'LOWER(' . Sql::quote($x) . ') LIKE LOWER(' . Sql::quote($y) . ')' . $this->escape(),
		};
	}

	public function in($x, $y, $type = null): string {
		return Sql::quote($x) . ' IN (' . implode(', ', Sql::quoteAll(is_array($y) ? $y : [$y])) . ')';
	}

	public function notIn($x, $y, $type = null): string {
		return Sql::quote($x) . ' NOT IN (' . implode(', ', Sql::quoteAll(is_array($y) ? $y : [$y])) . ')';
	}

	private function compare(mixed $x, string $operator, mixed $y): string {
		return Sql::quote($x) . " $operator " . Sql::quote($y);
	}

	/** Unlike the others, SQLite has no default escape character in LIKE. */
	private function escape(): string {
		return $this->db->provider === Database::PLATFORM_SQLITE ? " ESCAPE '\\'" : '';
	}
}
