<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Rows that lock settings while they are compared and written. */
class Version000300Date20261129001500 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->hasTable('reseau_locks')) {
			$table = $schema->createTable('reseau_locks');
			$table->addColumn('name', Types::STRING, ['length' => 32, 'notnull' => true]);
			$table->setPrimaryKey(['name'], 'reseau_loc_pk');
		}
		return $schema;
	}
}
