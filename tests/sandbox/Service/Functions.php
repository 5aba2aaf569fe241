<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\DB\QueryBuilder\IFunctionBuilder;
use OCP\DB\QueryBuilder\IQueryFunction;

/** SQL functions. */
class Functions implements IFunctionBuilder {
	public function lower($field): IQueryFunction {
		return $this->call('LOWER', $field);
	}

	public function add($x, $y): IQueryFunction {
		return new Sql(Sql::quote($x) . ' + ' . Sql::quote($y));
	}

	public function count($count = '', $alias = ''): IQueryFunction {
		return new Sql($this->call('COUNT', $count === '' ? '*' : $count) . ($alias === '' ? '' : ' AS ' . Sql::quote($alias)));
	}

	public function max($field): IQueryFunction {
		return $this->call('MAX', $field);
	}

	private function call(string $name, mixed $field): Sql {
		return new Sql($name . '(' . Sql::quote($field) . ')');
	}
}
