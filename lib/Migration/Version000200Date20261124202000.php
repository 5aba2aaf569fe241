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

/**
 * The journal of imports made from the page, and the outcome of each row. Neither contains data of the file: only row numbers, outcome words and
 * keyed hashes.
 */
class Version000200Date20261124202000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_imports')) {
			$table = $schema->createTable('reseau_imports');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('uid', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('total', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('mapping', Types::TEXT, ['notnull' => true]);
			$table->addColumn('answers', Types::TEXT, ['notnull' => false]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('updated_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_imp_pk');
			$table->addIndex(['uid', 'updated_at'], 'reseau_imp_uid');
		}

		if (!$schema->hasTable('reseau_import_rows')) {
			$table = $schema->createTable('reseau_import_rows');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('import_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('position', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('person', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('outcome', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('why', Types::STRING, ['notnull' => true, 'length' => 32]);
			$table->addColumn('field', Types::STRING, ['notnull' => true, 'length' => 96]);
			$table->addColumn('first', Types::INTEGER, ['notnull' => false]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->setPrimaryKey(['id'], 'reseau_imr_pk');
			$table->addUniqueIndex(['import_id', 'position'], 'reseau_imr_position');
			$table->addIndex(['import_id', 'person'], 'reseau_imr_person');
		}

		return $schema;
	}
}
