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

/** Links that people make between two things. Relations that come from other data are read from there. */
class Version000300Date20261125001000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->hasTable('reseau_links')) {
			$table = $schema->createTable('reseau_links');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('a_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('a_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('b_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('b_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('relation', Types::STRING, ['notnull' => true, 'length' => 128]);
			// Null if the account is deleted.
			$table->addColumn('author_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_lnk_pk');
			$table->addUniqueIndex(['a_type', 'a_id', 'b_type', 'b_id', 'relation'], 'reseau_lnk_once');
			$table->addIndex(['b_type', 'b_id'], 'reseau_lnk_b');
			$table->addIndex(['author_uid'], 'reseau_lnk_author');
			$table->addIndex(['relation'], 'reseau_lnk_relation');
		}
		return $schema;
	}
}
