<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Doctrine\DBAL\Schema\Schema as DoctrineSchema;
use Doctrine\DBAL\Schema\Table;
use OCP\DB\ISchemaWrapper;

/** The tables as they are, changed by a migration and then applied. */
class Schema implements ISchemaWrapper {
	public readonly DoctrineSchema $tables;

	private readonly DoctrineSchema $before;

	public function __construct(
		private readonly Database $db,
	) {
		$manager = $db->doctrine->createSchemaManager();
		$ours = array_filter($manager->listTables(), static fn (Table $table) => str_starts_with($table->getName(), Database::PREFIX));
		$this->before = new DoctrineSchema(array_values($ours), [], $manager->createSchemaConfig());
		$this->tables = clone $this->before;
	}

	public function getTable($tableName) {
		return $this->tables->getTable(Database::PREFIX . $tableName);
	}

	public function hasTable($tableName) {
		return $this->tables->hasTable(Database::PREFIX . $tableName);
	}

	public function createTable($tableName) {
		return $this->tables->createTable(Database::PREFIX . $tableName);
	}

	public function dropTable($tableName) {
		return $this->tables->dropTable(Database::PREFIX . $tableName);
	}

	public function getTableNamesWithoutPrefix() {
		return array_map(
			static fn (Table $table) => substr($table->getName(), strlen(Database::PREFIX)),
			array_values($this->tables->getTables()),
		);
	}

	public function apply(): void {
		$comparator = $this->db->doctrine->createSchemaManager()->createComparator();
		$diff = $comparator->compareSchemas($this->before, $this->tables);
		foreach ($this->db->doctrine->getDatabasePlatform()->getAlterSchemaSQL($diff) as $sql) {
			$this->db->executeStatement($sql);
		}
	}
}
