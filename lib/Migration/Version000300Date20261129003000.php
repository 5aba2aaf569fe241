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

/** The network's letter, its contents and its recipients; and since when notices are done and groups closed, which letters report. */
class Version000300Date20261129003000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_letters')) {
			$table = $schema->createTable('reseau_letters');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('title', Types::STRING, ['notnull' => true, 'length' => 255]);
			$table->addColumn('from_day', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('until_day', Types::STRING, ['notnull' => false, 'length' => 10]);
			// Its readers: everyone, or the people of a territory, a theme or a group, and which one.
			$table->addColumn('readers', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('readers_of', Types::STRING, ['notnull' => false, 'length' => 128]);
			$table->addColumn('language', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('editorial', Types::TEXT, ['notnull' => false]);
			// A small copy, base64: the file may be large, and be deleted.
			$table->addColumn('picture', Types::TEXT, ['notnull' => false]);
			$table->addColumn('picture_file', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('picture_alt', Types::TEXT, ['notnull' => false]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 8]);
			// Why it stopped automatically.
			$table->addColumn('note', Types::STRING, ['notnull' => false, 'length' => 32]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('changed_at', Types::BIGINT, ['notnull' => true]);
			// When sending began.
			$table->addColumn('sent_at', Types::BIGINT, ['notnull' => false]);
			// Its copy in the library.
			$table->addColumn('file_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			// The run that sends it.
			$table->addColumn('lease_holder', Types::STRING, ['notnull' => false, 'length' => 32]);
			$table->addColumn('lease_until', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_let_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_let_key');
			$table->addIndex(['state', 'id'], 'reseau_let_state');
		}

		if (!$schema->hasTable('reseau_letter_items')) {
			$table = $schema->createTable('reseau_letter_items');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('letter_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('place', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 16]);
			// Null: a free block.
			$table->addColumn('object_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('taken', Types::BOOLEAN, ['notnull' => false]);
			// The text of a block; for a passage, the shortened text.
			$table->addColumn('text', Types::TEXT, ['notnull' => false]);
			// Hash of the passage when it was shortened, or when the letter was sent.
			$table->addColumn('hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_lit_pk');
			$table->addIndex(['letter_id'], 'reseau_lit_letter');
			$table->addIndex(['kind', 'object_id'], 'reseau_lit_object');
		}

		if (!$schema->hasTable('reseau_letter_mails')) {
			$table = $schema->createTable('reseau_letter_mails');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('letter_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			// Their subscription.
			$table->addColumn('reader_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 8]);
			$table->addColumn('reason', Types::STRING, ['notnull' => false, 'length' => 16]);
			// The run that began it.
			$table->addColumn('run', Types::STRING, ['notnull' => false, 'length' => 32]);
			$table->setPrimaryKey(['id'], 'reseau_lml_pk');
			$table->addUniqueIndex(['letter_id', 'reader_id'], 'reseau_lml_once');
			$table->addIndex(['letter_id', 'state', 'id'], 'reseau_lml_state');
			$table->addIndex(['reader_id'], 'reseau_lml_reader');
		}

		$notices = $schema->getTable('reseau_notices');
		if (!$notices->hasColumn('done_at')) {
			$notices->addColumn('done_at', Types::BIGINT, ['notnull' => false]);
			$notices->addIndex(['state', 'published_at'], 'reseau_ntc_period');
		}
		$groups = $schema->getTable('reseau_groups');
		if (!$groups->hasColumn('closed_at')) {
			$groups->addColumn('closed_at', Types::BIGINT, ['notnull' => false]);
		}

		return $schema;
	}
}
