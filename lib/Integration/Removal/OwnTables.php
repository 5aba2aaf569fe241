<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Removal;

use OCP\IDBConnection;

/** The app's tables, as the database lists them, so that none is forgotten. */
class OwnTables {
	/** The names of all tables, and the beginning of the app's own; Nextcloud adds its prefix. */
	private const LISTS = [
		IDBConnection::PLATFORM_SQLITE => "SELECT name, '*PREFIX*' AS prefix FROM sqlite_master WHERE type = 'table'",
		IDBConnection::PLATFORM_POSTGRES => "SELECT table_name AS name, '*PREFIX*' AS prefix FROM information_schema.tables WHERE table_schema = current_schema()",
		IDBConnection::PLATFORM_MYSQL => "SELECT table_name AS name, '*PREFIX*' AS prefix FROM information_schema.tables WHERE table_schema = DATABASE()",
	];

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** @return array<string, int> rows by table, without Nextcloud's prefix; tables without rows are left out */
	public function counts(): array {
		$counts = [];
		foreach ($this->names() as $table) {
			$qb = $this->db->getQueryBuilder();
			$counts[$table] = (int)$qb->select($qb->func()->count('*'))->from($table)->executeQuery()->fetchOne();
		}
		return array_filter($counts);
	}

	public function clear(string $table): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($table)->executeStatement();
	}

	/** @return list<string> without Nextcloud's prefix */
	public function names(): array {
		$names = [];
		foreach ($this->db->executeQuery(self::LISTS[$this->db->getDatabaseProvider()])->fetchAll() as ['name' => $name, 'prefix' => $prefix]) {
			if (str_starts_with($name, $prefix . 'reseau_')) {
				$names[] = substr($name, strlen($prefix));
			}
		}
		sort($names);
		return $names;
	}
}
