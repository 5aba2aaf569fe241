<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Doctrine\DBAL\ParameterType;
use Doctrine\DBAL\Statement;

/**
 * A fresh start, remembered in this process by database and app: what all migrations made is made again without them. Thousands of
 * tests start afresh, and reading the schema before and after each migration takes most of the time of a start.
 */
class FreshTables {
	/** Bytes of a table whose rows are not deleted one by one, on PostgreSQL. */
	private const LARGE = 1 << 19;

	/** @var array<string, self> */
	private static array $known = [];

	private ?Statement $filled = null;

	/**
	 * @param array<string, list<array<string, mixed>>> $rows by table
	 * @param list<string> $statements that make the tables; on SQLite, where every database in memory is another
	 */
	private function __construct(
		private readonly array $rows,
		private readonly array $statements,
	) {
	}

	/** Stores the current state. */
	public static function remember(Database $db, string $app): void {
		$tables = array_filter($db->doctrine->createSchemaManager()->listTableNames(), static fn (string $name): bool => str_starts_with($name, Database::PREFIX));
		$rows = [];
		foreach ($tables as $table) {
			$rows[$table] = $db->doctrine->fetchAllAssociative("SELECT * FROM $table");
		}
		$statements = $db->provider === Database::PLATFORM_SQLITE
			? $db->doctrine->fetchFirstColumn("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type DESC")
			: [];
		self::$known[self::key($db, $app)] = new self($rows, $statements);
	}

	/** The tables of this database are being changed: what is known of them does not hold any more. */
	public static function forget(Database $db): void {
		$of = self::key($db, '');
		self::$known = array_filter(self::$known, static fn (string $key): bool => !str_starts_with($key, $of), ARRAY_FILTER_USE_KEY);
	}

	/** @return bool whether the start is known, and made */
	public static function make(Database $db, string $app): bool {
		$known = self::$known[self::key($db, $app)] ?? null;
		$known?->put($db);
		return $known !== null;
	}

	private function put(Database $db): void {
		$db->beginTransaction();
		if ($db->tableExists('migrations')) {
			$this->empty($db);
		} else {
			array_map($db->doctrine->executeStatement(...), $this->statements);
		}
		foreach ($this->rows as $table => $rows) {
			foreach ($rows as $row) {
				$db->doctrine->insert($table, $row, array_map(self::type(...), $row));
			}
		}
		$db->commit();
	}

	private function empty(Database $db): void {
		if ($db->provider === Database::PLATFORM_POSTGRES) {
			$this->truncateLarge($db);
		}
		foreach ($this->filled($db)->executeQuery()->fetchFirstColumn() as $table) {
			$db->doctrine->executeStatement("DELETE FROM $table");
		}
	}

	/** The query for the tables that have rows. A server takes longer to plan it than for all the rest of a start, and keeps the plan with the connection. */
	private function filled(Database $db): Statement {
		if ($this->filled === null || $db->provider === Database::PLATFORM_SQLITE) {
			$each = array_map(static fn (string $table): string => "SELECT '$table' WHERE EXISTS (SELECT 1 FROM $table)", array_keys($this->rows));
			$this->filled = $db->doctrine->prepare(implode(' UNION ALL ', $each));
		}
		return $this->filled;
	}

	/** Deleted rows keep their place until a VACUUM; but new files for a small table and its indexes take longer than to delete its rows. */
	private function truncateLarge(Database $db): void {
		$large = $db->doctrine->fetchFirstColumn("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'oc%' AND pg_relation_size(oid) > " . self::LARGE);
		if ($large !== []) {
			$db->doctrine->executeStatement('TRUNCATE ' . implode(', ', $large));
		}
	}

	private static function type(mixed $value): ParameterType {
		return match (true) {
			is_bool($value) => ParameterType::BOOLEAN,
			is_int($value) => ParameterType::INTEGER,
			default => ParameterType::STRING,
		};
	}

	/** Every SQLite database starts alike, in memory or in a file, and each test may use another. */
	private static function key(Database $db, string $app): string {
		return json_encode($db->provider === Database::PLATFORM_SQLITE ? [] : $db->doctrine->getParams(), JSON_THROW_ON_ERROR) . $app;
	}
}
