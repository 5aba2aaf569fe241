<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use Doctrine\DBAL\ParameterType;
use Sandbox\Service\Database;

/** All that is in a database at a moment, to go back to and to compare with. */
class Snapshot {
	/** New rows are numbered from a multiple of this, higher than any id before: what was created can be distinguished from what was there. */
	private const STEP = 1_000_000;

	/** Rows of a statement. */
	private const ROWS = 200;

	/** Not what a request does but what the sandbox counts. */
	private const LEFT_OUT = ['oc_sandbox_attempts', 'oc_sandbox_sessions', 'oc_migrations'];

	/** @var array<string, list<array<string, mixed>>> rows by table */
	private readonly array $rows;

	/** @var array<string, mixed> tables whose rows have a number */
	private readonly array $numbered;

	/** What new rows are numbered from, in steps. */
	private readonly int $from;

	public function __construct(
		private readonly Database $db,
	) {
		$tables = array_filter(
			$db->doctrine->createSchemaManager()->listTableNames(),
			static fn (string $name): bool => str_starts_with($name, Database::PREFIX) && !in_array($name, self::LEFT_OUT, true),
		);
		$this->rows = array_combine($tables, array_map($this->read(...), $tables));
		$ids = array_merge(...array_values(array_map(static fn (array $rows): array => array_column($rows, 'id'), $this->rows)));
		$this->from = intdiv(max(array_map(intval(...), $ids)), self::STEP) + 1;
		$schema = $db->doctrine->createSchemaManager();
		$this->numbered = array_filter($this->rows, static fn (string $table): bool => isset($schema->listTableColumns($table)['id']), ARRAY_FILTER_USE_KEY);
		array_map($this->numberFrom(...), array_keys($this->numbered));
	}

	/** The table a statement writes, as of Database::$watch; null where it reads. */
	public static function written(?string $sql): ?string {
		return preg_match('/^\s*(?:INSERT(?: IGNORE)? INTO|UPDATE|DELETE FROM)\W+\*PREFIX\*(\w+)/', (string)$sql, $found) === 1 ? Database::PREFIX . $found[1] : null;
	}

	/**
	 * Puts back what was changed since.
	 *
	 * @param ?list<string> $tables those that may have been; null: any
	 */
	public function restore(?array $tables = null): void {
		$known = $tables === null ? $this->rows : array_intersect_key($this->rows, array_flip($tables));
		$changed = array_filter($known, fn (array $rows, string $table): bool => $this->read($table) !== $rows, ARRAY_FILTER_USE_BOTH);
		array_map($this->clear(...), array_keys($changed));
		$this->db->doctrine->beginTransaction();
		array_map($this->insert(...), array_keys($changed), $changed);
		$this->db->doctrine->executeStatement('DELETE FROM oc_sandbox_attempts');
		$this->db->doctrine->commit();
	}

	/** @param list<array<string, mixed>> $rows all with the same columns */
	public function insert(string $table, array $rows): void {
		foreach (array_chunk($rows, self::ROWS) as $chunk) {
			$columns = array_keys($chunk[0]);
			$row = '(' . implode(', ', array_fill(0, count($columns), '?')) . ')';
			$values = array_merge(...array_map(array_values(...), $chunk));
			$this->db->doctrine->executeStatement(
				"INSERT INTO $table (" . implode(', ', $columns) . ') VALUES ' . implode(', ', array_fill(0, count($chunk), $row)),
				$values,
				array_map(self::type(...), $values),
			);
		}
	}

	/**
	 * What there is now, without what is different each time: numbers of new rows, random words, and which of many people it was.
	 *
	 * @param array<string, string> $replace what else is left open, by pattern
	 * @param ?list<string> $tables those that may have been changed since; null: any
	 * @return array<string, list<string>> rows by table, in an order of their own
	 */
	public function state(array $replace = [], ?array $tables = null): array {
		$patterns = ['/(?:[0-9a-f]{2}){16,}/' => 'random', "/(?<!\\d)$this->from\\d{6}(?!\\d)/" => 'new', '~call/\w+~' => 'call'] + $replace;
		$state = [];
		foreach ($tables === null ? $this->rows : array_intersect_key($this->rows, array_flip($tables)) as $table => $before) {
			$rows = $this->read($table);
			if ($rows === $before) {
				continue;
			}
			$written = array_map(static fn (array $row): string => (string)preg_replace(array_keys($patterns), array_values($patterns), json_encode($row, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES)), $rows);
			sort($written);
			$state[$table] = $written;
		}
		return $state;
	}

	/**
	 * What is different now: a line for each row that is new, gone or changed, with its columns. A row that was written again as it was is
	 * not different.
	 *
	 * @param list<string> $tables those that may have been changed since
	 * @return list<string>
	 */
	public function changes(array $tables): array {
		$lines = [];
		foreach (array_intersect_key($this->rows, array_flip($tables)) as $table => $before) {
			$name = substr($table, strlen(Database::PREFIX));
			$now = $this->read($table);
			// Rows without a number are new or gone.
			$byId = isset($before[0]['id']) && isset($now[0]['id']);
			[$was, $is] = $byId ? [array_column($before, null, 'id'), array_column($now, null, 'id')] : [[], []];
			foreach (array_intersect_key($is, $was) as $id => $row) {
				$changed = array_filter($row, static fn (mixed $value, string $column): bool => $value !== $was[$id][$column], ARRAY_FILTER_USE_BOTH);
				$lines[] = $changed === [] ? '' : "~ $name $id " . self::words($changed);
			}
			$gone = array_map(self::filled(...), $byId ? array_diff_key($was, $is) : $before);
			$new = array_map(self::filled(...), $byId ? array_diff_key($is, $was) : $now);
			array_push($lines, ...self::lines("- $name ", array_diff($gone, $new)), ...self::lines("+ $name ", array_diff($new, $gone)));
		}
		return array_values(array_filter(preg_replace("/(?<![\\da-z])$this->from\\d{6}(?![\\da-z])/", 'new', $lines)));
	}

	/**
	 * The rows that are new.
	 *
	 * @param list<string> $tables those that may have been changed since
	 * @return array<string, list<array<string, mixed>>> by table
	 */
	public function added(array $tables): array {
		$added = [];
		foreach (array_intersect_key($this->rows, array_flip($tables)) as $table => $before) {
			$known = array_column($before, null, 'id');
			$added[$table] = array_values(array_filter($this->read($table), static fn (array $row): bool => isset($row['id']) && !isset($known[$row['id']])));
		}
		return array_filter($added);
	}

	/**
	 * @param array<string> $rows
	 * @return list<string> in an order of their own
	 */
	private static function lines(string $sign, array $rows): array {
		sort($rows);
		return array_map(static fn (string $row): string => $sign . $row, $rows);
	}

	/** @param array<string, mixed> $row */
	private static function filled(array $row): string {
		return self::words(array_filter(array_diff_key($row, ['id' => 0]), static fn (mixed $value): bool => $value !== null));
	}

	/** @param array<string, mixed> $row */
	private static function words(array $row): string {
		return json_encode($row, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
	}

	/** @return list<array<string, mixed>> */
	private function read(string $table): array {
		$rows = $this->db->doctrine->fetchAllAssociative("SELECT * FROM $table");
		usort($rows, static fn (array $a, array $b): int => array_values($a) <=> array_values($b));
		return $rows;
	}

	/**
	 * Deletes all rows. On a server, as if they had never been there: PostgreSQL keeps deleted ones until it cleans up, and MariaDB until it
	 * gets to it, and locks where they were when one is inserted again, which no request would meet.
	 */
	private function clear(string $table): void {
		$this->db->doctrine->executeStatement(($this->db->provider === Database::PLATFORM_SQLITE ? 'DELETE FROM ' : 'TRUNCATE TABLE ') . $table);
		if ($this->db->provider === Database::PLATFORM_MYSQL && isset($this->numbered[$table])) {
			$this->numberFrom($table);
		}
	}

	private function numberFrom(string $table): void {
		$number = $this->from * self::STEP;
		match ($this->db->provider) {
			Database::PLATFORM_SQLITE => $this->db->doctrine->executeStatement("DELETE FROM sqlite_sequence WHERE name = '$table'")
				+ $this->db->doctrine->executeStatement("INSERT INTO sqlite_sequence (name, seq) VALUES ('$table', $number)"),
			Database::PLATFORM_POSTGRES => $this->db->doctrine->executeStatement("SELECT setval(pg_get_serial_sequence('$table', 'id'), $number) WHERE pg_get_serial_sequence('$table', 'id') IS NOT NULL"),
			default => $this->db->doctrine->executeStatement("ALTER TABLE $table AUTO_INCREMENT = $number"),
		};
	}

	private static function type(mixed $value): ParameterType {
		return match (true) {
			is_bool($value) => ParameterType::BOOLEAN,
			is_int($value) => ParameterType::INTEGER,
			default => ParameterType::STRING,
		};
	}
}
