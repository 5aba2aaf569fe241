<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

/** Reads and writes whole rows of the sandbox's own tables by equality, so that each service says only what it keeps. Some a request, so without a builder. */
class Store {
	public function __construct(
		private readonly Database $db,
	) {
	}

	/** @return list<array<string, mixed>> */
	public function rows(string $table, array $where = [], string $orderBy = ''): array {
		return $this->db->executeQuery("SELECT * FROM `*PREFIX*$table`" . self::where($where) . ($orderBy === '' ? '' : " ORDER BY `$orderBy` ASC"), array_values($where))->fetchAll();
	}

	/** @return ?array<string, mixed> */
	public function row(string $table, array $where): ?array {
		return $this->rows($table, $where)[0] ?? null;
	}

	/** Writes the row of this key, whether it was there or not. */
	public function put(string $table, array $key, array $values = []): void {
		$changed = 0;
		if ($values !== []) {
			$changed = $this->db->executeStatement("UPDATE `*PREFIX*$table` SET " . self::equal($values, ', ') . self::where($key), [...array_values($values), ...array_values($key)]);
		}
		if ($changed === 0) {
			$this->db->insertIgnoreConflict($table, $key + $values);
		}
	}

	/** @return int the number a new row gave itself */
	public function add(string $table, array $values): int {
		$this->db->insertIgnoreConflict($table, $values);
		return $this->db->lastInsertId($table);
	}

	public function remove(string $table, array $where): void {
		$this->db->executeStatement("DELETE FROM `*PREFIX*$table`" . self::where($where), array_values($where));
	}

	private static function where(array $values): string {
		return $values === [] ? '' : ' WHERE ' . self::equal($values, ' AND ');
	}

	private static function equal(array $values, string $between): string {
		return implode($between, array_map(static fn (string $column): string => "`$column` = ?", array_keys($values)));
	}
}
