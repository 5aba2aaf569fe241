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

/** Library sheets: descriptions of files, their authors, evaluations and signatures. */
class Version000300Date20261125002000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_sheets')) {
			$table = $schema->createTable('reseau_sheets');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('file_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 128]);
			$table->addColumn('outcome', Types::STRING, ['notnull' => false, 'length' => 16]);
			$table->addColumn('title', Types::STRING, ['notnull' => true, 'length' => 255]);
			$table->addColumn('words', Types::TEXT, ['notnull' => true]);
			$table->addColumn('status', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('anonymous', Types::BOOLEAN, ['notnull' => false]);
			$table->addColumn('deposited', Types::BOOLEAN, ['notnull' => false]);
			// Where the file was last seen: its storage, and its path below the library's folder.
			$table->addColumn('storage_id', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('path', Types::TEXT, ['notnull' => false]);
			$table->addColumn('gone_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('published_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('changed_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_sht_pk');
			$table->addUniqueIndex(['file_id'], 'reseau_sht_file');
			$table->addIndex(['storage_id'], 'reseau_sht_storage');
		}

		if (!$schema->hasTable('reseau_sheet_authors')) {
			$table = $schema->createTable('reseau_sheet_authors');
			$table->addColumn('sheet_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('position', Types::INTEGER, ['notnull' => true]);
			$table->setPrimaryKey(['sheet_id', 'member_id'], 'reseau_sha_pk');
			$table->addIndex(['member_id'], 'reseau_sha_member');
		}

		if (!$schema->hasTable('reseau_sheet_groups')) {
			$table = $schema->createTable('reseau_sheet_groups');
			$table->addColumn('sheet_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('group_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->setPrimaryKey(['sheet_id', 'group_id'], 'reseau_shg_pk');
			$table->addIndex(['group_id'], 'reseau_shg_group');
		}

		if (!$schema->hasTable('reseau_evaluations')) {
			$table = $schema->createTable('reseau_evaluations');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('sheet_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('standpoint', Types::TEXT, ['notnull' => true]);
			$table->addColumn('answers', Types::TEXT, ['notnull' => true]);
			$table->addColumn('day', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->setPrimaryKey(['id'], 'reseau_eva_pk');
			$table->addUniqueIndex(['sheet_id', 'member_id'], 'reseau_eva_once');
			$table->addIndex(['member_id'], 'reseau_eva_member');
		}

		if (!$schema->hasTable('reseau_signatures')) {
			$table = $schema->createTable('reseau_signatures');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('sheet_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('how', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			// Hash of the text that was signed, or that the question was about.
			$table->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('day', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('name', Types::STRING, ['notnull' => false, 'length' => 255]);
			$table->addColumn('note', Types::TEXT, ['notnull' => false]);
			// Name and address of a person who has not answered, encrypted.
			$table->addColumn('data', Types::TEXT, ['notnull' => false]);
			$table->addColumn('person_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('expires_at', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_sig_pk');
			$table->addUniqueIndex(['sheet_id', 'member_id'], 'reseau_sig_member');
			$table->addUniqueIndex(['sheet_id', 'person_hash'], 'reseau_sig_person');
			$table->addUniqueIndex(['token_hash'], 'reseau_sig_token');
			$table->addIndex(['member_id'], 'reseau_sig_of');
			$table->addIndex(['person_hash'], 'reseau_sig_hash');
			$table->addIndex(['expires_at'], 'reseau_sig_expires');
		}

		return $schema;
	}
}
