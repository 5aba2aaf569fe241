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

/** What objects are about without saying so in a word or term: others about the same are found by it. */
class Version000400Date20261203001000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if ($schema->hasTable('reseau_subjects')) {
			return null;
		}
		$table = $schema->createTable('reseau_subjects');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 16]);
		$table->addColumn('object_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('scope', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('facet', Types::STRING, ['notnull' => true, 'length' => 16]);
		$table->addColumn('subject', Types::INTEGER, ['notnull' => true]);
		$table->addColumn('strength', Types::SMALLINT, ['notnull' => true]);
		$table->addColumn('audience', Types::SMALLINT, ['notnull' => true]);
		$table->setPrimaryKey(['id'], 'reseau_sbj_pk');
		$table->addIndex(['object_type', 'facet', 'subject', 'audience', 'object_id', 'scope', 'strength'], 'reseau_sbj_subject');
		$table->addIndex(['object_type', 'object_id'], 'reseau_sbj_object');
		return $schema;
	}
}
