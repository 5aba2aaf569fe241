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

/** Introductions: two people of whom one or both want to meet. */
class Version000300Date20261128005000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->hasTable('reseau_introductions')) {
			$table = $schema->createTable('reseau_introductions');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			// The two cards, the smaller number first: each pair has one introduction.
			$table->addColumn('pair', Types::STRING, ['notnull' => true, 'length' => 41]);
			$table->addColumn('from_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('to_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('mediated', Types::BOOLEAN, ['notnull' => false]);
			$table->addColumn('mediator_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('conversation_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('place', Types::STRING, ['notnull' => false, 'length' => 255]);
			$table->addColumn('meet_on', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('meet_at', Types::STRING, ['notnull' => false, 'length' => 5]);
			$table->addColumn('look_back', Types::STRING, ['notnull' => false, 'length' => 10]);
			// When they were asked for the outcome.
			$table->addColumn('asked_at', Types::BIGINT, ['notnull' => false]);
			// The answers of the two and the mediator, encrypted.
			$table->addColumn('words', Types::TEXT, ['notnull' => false]);
			$table->addColumn('changed_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_int_pk');
			$table->addUniqueIndex(['pair'], 'reseau_int_pair');
			$table->addIndex(['from_id'], 'reseau_int_from');
			$table->addIndex(['to_id'], 'reseau_int_to');
			$table->addIndex(['state', 'look_back'], 'reseau_int_state');
			$table->addIndex(['mediator_uid'], 'reseau_int_mediator');
		}
		return $schema;
	}
}
