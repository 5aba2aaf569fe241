<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\DB\QueryBuilder;

interface IFunctionBuilder {
	public function lower($field): IQueryFunction;
	public function add($x, $y): IQueryFunction;
	public function count($count = '', $alias = ''): IQueryFunction;
	public function max($field): IQueryFunction;
}
