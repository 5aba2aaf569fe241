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

/** Messages of visitors of the public showcase. */
class Version000300Date20261130060000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if ($schema->hasTable('reseau_enquiries')) {
			return null;
		}
		$table = $schema->createTable('reseau_enquiries');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('about_type', Types::STRING, ['notnull' => true, 'length' => 16]);
		$table->addColumn('about_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('data', Types::TEXT, ['notnull' => true]);
		$table->addColumn('token_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->addColumn('same_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->addColumn('address_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
		$table->addColumn('slot', Types::SMALLINT, ['notnull' => false]);
		$table->addColumn('written_at', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('sent_at', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
		$table->addColumn('answered_at', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
		$table->addColumn('answered_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
		$table->addColumn('answer', Types::TEXT, ['notnull' => false]);
		$table->setPrimaryKey(['id'], 'reseau_enq_pk');
		$table->addUniqueIndex(['token_hash'], 'reseau_enq_token');
		$table->addUniqueIndex(['same_hash'], 'reseau_enq_same');
		$table->addUniqueIndex(['address_hash', 'slot'], 'reseau_enq_slot');
		$table->addIndex(['about_type', 'about_id'], 'reseau_enq_about');
		$table->addIndex(['written_at'], 'reseau_enq_written');
		return $schema;
	}
}
