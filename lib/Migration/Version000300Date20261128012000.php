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

/** Drafts of minutes under review, and one mail for all the groups that a person is invited to. */
class Version000300Date20261128012000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_min_drafts')) {
			$table = $schema->createTable('reseau_min_drafts');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('uid', Types::STRING, ['notnull' => true, 'length' => 64]);
			// The account that passed it on.
			$table->addColumn('from_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			// Name of the file, and all other data: encrypted.
			$table->addColumn('name', Types::TEXT, ['notnull' => true]);
			$table->addColumn('content', Types::TEXT, ['notnull' => true]);
			// Set once its groups are made.
			$table->addColumn('minutes_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('changed_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_mdr_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_mdr_key');
			$table->addIndex(['uid'], 'reseau_mdr_uid');
			$table->addIndex(['from_uid'], 'reseau_mdr_from');
			$table->addIndex(['minutes_id'], 'reseau_mdr_minutes');
			$table->addIndex(['changed_at'], 'reseau_mdr_changed');
		}

		$asks = $schema->getTable('reseau_asks');
		if ($asks->hasIndex('reseau_ask_token')) {
			// One mail, and one link, for all the groups a person is invited to.
			$asks->dropIndex('reseau_ask_token');
			$asks->addIndex(['token_hash'], 'reseau_ask_link');
			$asks->addIndex(['by_uid', 'state'], 'reseau_ask_by');
		}

		return $schema;
	}
}
