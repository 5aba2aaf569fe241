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

/** Imported minutes, and people without an account who were invited to groups. */
class Version000300Date20261125000200 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_minutes')) {
			$table = $schema->createTable('reseau_minutes');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			// The hash until they are undone: one import per text at a time.
			$table->addColumn('live_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('title', Types::STRING, ['notnull' => true, 'length' => 255]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('plan', Types::TEXT, ['notnull' => true]);
			$table->addColumn('planned', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('updated_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_min_pk');
			$table->addUniqueIndex(['live_hash'], 'reseau_min_hash');
		}

		if (!$schema->hasTable('reseau_asks')) {
			$table = $schema->createTable('reseau_asks');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('group_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('person_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('phone_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			// Name, address and note of a person who has not answered, encrypted.
			$table->addColumn('data', Types::TEXT, ['notnull' => false]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('made_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('sent_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('expires_at', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_ask_pk');
			$table->addUniqueIndex(['group_id', 'person_hash'], 'reseau_ask_person');
			$table->addUniqueIndex(['token_hash'], 'reseau_ask_token');
			$table->addIndex(['person_hash'], 'reseau_ask_hash');
			$table->addIndex(['member_id'], 'reseau_ask_member');
			$table->addIndex(['expires_at'], 'reseau_ask_expires');
		}

		$table = $schema->getTable('reseau_invitations');
		if (!$table->hasIndex('reseau_inv_address')) {
			$table->addIndex(['address_hash'], 'reseau_inv_address');
		}

		return $schema;
	}
}
