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

/** Sessions in which people in a room name their needs and offers. */
class Version000300Date20261128008000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$this->sessions($schema);
		$this->people($schema);
		$this->rows($schema);
		$this->pairs($schema);
		return $schema;
	}

	private function sessions(ISchemaWrapper $schema): void {
		if (!$schema->hasTable('reseau_sessions')) {
			$table = $schema->createTable('reseau_sessions');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('title', Types::STRING, ['notnull' => true, 'length' => 255]);
			$table->addColumn('place', Types::STRING, ['notnull' => false, 'length' => 255]);
			$table->addColumn('day', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			// Names without a card are deleted some time after the last change.
			$table->addColumn('touched_at', Types::BIGINT, ['notnull' => true]);
			// Whether the people who decide themselves were notified of the end.
			$table->addColumn('notified', Types::BOOLEAN, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_ses_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_ses_key');
			$table->addIndex(['touched_at'], 'reseau_ses_touched');
		}
	}

	private function people(ISchemaWrapper $schema): void {
		if (!$schema->hasTable('reseau_session_people')) {
			$table = $schema->createTable('reseau_session_people');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('session_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			// The name of a person without a card, encrypted.
			$table->addColumn('name', Types::TEXT, ['notnull' => false]);
			// Agreed to have a card.
			$table->addColumn('agreed', Types::BOOLEAN, ['notnull' => false]);
			// Agreed to be on the printed list.
			$table->addColumn('listed', Types::BOOLEAN, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_spe_pk');
			$table->addUniqueIndex(['session_id', 'member_id'], 'reseau_spe_once');
			$table->addIndex(['member_id'], 'reseau_spe_member');
		}
	}

	private function rows(ISchemaWrapper $schema): void {
		if (!$schema->hasTable('reseau_session_rows')) {
			$table = $schema->createTable('reseau_session_rows');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('session_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('person_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 16]);
			// Encrypted.
			$table->addColumn('text', Types::TEXT, ['notnull' => true]);
			$table->addColumn('terms', Types::TEXT, ['notnull' => false]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('notice_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_sro_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_sro_key');
			$table->addIndex(['session_id'], 'reseau_sro_session');
			$table->addIndex(['person_id'], 'reseau_sro_person');
			$table->addIndex(['notice_id'], 'reseau_sro_notice');
			$table->addIndex(['state'], 'reseau_sro_state');
		}
	}

	private function pairs(ISchemaWrapper $schema): void {
		if (!$schema->hasTable('reseau_session_pairs')) {
			$table = $schema->createTable('reseau_session_pairs');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('session_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			// The two cards, the smaller number first.
			$table->addColumn('one_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('other_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			// The facilitator who introduces them.
			$table->addColumn('mediator_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_spa_pk');
			$table->addUniqueIndex(['session_id', 'one_id', 'other_id'], 'reseau_spa_once');
			$table->addIndex(['one_id'], 'reseau_spa_one');
			$table->addIndex(['other_id'], 'reseau_spa_other');
		}
	}
}
