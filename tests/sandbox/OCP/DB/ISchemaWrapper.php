<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\DB;

/** The tables of a migration, named without their prefix. What createTable() and getTable() return is Doctrine's, or of its shape. */
interface ISchemaWrapper {
	public function getTable($tableName);
	public function hasTable($tableName);
	public function createTable($tableName);
	public function dropTable($tableName);
}
