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

/** The status that a group had before its making began to be undone, its next meeting, and the minutes of its meetings that were brought in. */
class Version000300Date20261128013000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_groups');
		if (!$table->hasColumn('undone_from')) {
			$table->addColumn('undone_from', Types::STRING, ['notnull' => false, 'length' => 16]);
			// JSON
			$table->addColumn('meeting', Types::TEXT, ['notnull' => false]);
		}
		if (!$schema->hasTable('reseau_group_minutes')) {
			$minutes = $schema->createTable('reseau_group_minutes');
			$minutes->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$minutes->addColumn('group_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$minutes->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			// The hash until they are undone: a text is brought into a group once.
			$minutes->addColumn('live_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$minutes->addColumn('title', Types::STRING, ['notnull' => true, 'length' => 255]);
			$minutes->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$minutes->addColumn('plan', Types::TEXT, ['notnull' => true]);
			$minutes->addColumn('runner', Types::STRING, ['notnull' => false, 'length' => 64]);
			$minutes->addColumn('runs_until', Types::BIGINT, ['notnull' => false]);
			$minutes->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$minutes->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$minutes->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$minutes->addColumn('updated_at', Types::BIGINT, ['notnull' => true]);
			$minutes->setPrimaryKey(['id'], 'reseau_gmin_pk');
			$minutes->addUniqueIndex(['group_id', 'live_hash'], 'reseau_gmin_hash');
		}
		return $schema;
	}
}
