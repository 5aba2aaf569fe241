<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

use OCP\DB\IResult;

interface IDBConnection {
	public const PLATFORM_MYSQL = 'mysql';
	public const PLATFORM_POSTGRES = 'postgres';
	public const PLATFORM_SQLITE = 'sqlite';

	public function getDatabaseProvider(bool $strict = false): string;
	public function getQueryBuilder();
	public function executeQuery(string $sql, array $params = [], $types = []): IResult;
	public function executeStatement($sql, array $params = [], array $types = []): int;
	public function insertIgnoreConflict(string $table, array $values): int;
	public function beginTransaction(): void;
	public function inTransaction(): bool;
	public function commit(): void;
	public function rollBack(): void;
	public function escapeLikeParameter(string $param): string;
}
