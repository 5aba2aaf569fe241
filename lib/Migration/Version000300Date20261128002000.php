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

/** Notices, and the people they thank. */
class Version000300Date20261128002000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_notices')) {
			$table = $schema->createTable('reseau_notices');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			// Id in the file it was imported from.
			$table->addColumn('ref', Types::STRING, ['notnull' => false, 'length' => 128]);
			// Hash of the publisher and of the key that their browser made for it.
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('title', Types::STRING, ['notnull' => true, 'length' => 255]);
			$table->addColumn('text', Types::TEXT, ['notnull' => false]);
			$table->addColumn('mode', Types::STRING, ['notnull' => false, 'length' => 16]);
			$table->addColumn('needed_by', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('free', Types::TEXT, ['notnull' => false]);
			$table->addColumn('territories', Types::TEXT, ['notnull' => true]);
			$table->addColumn('terms', Types::TEXT, ['notnull' => true]);
			// The group it comes from, and the group whose people are the only ones to see it.
			$table->addColumn('group_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('only_group', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			// The item of the author's card it was written from.
			$table->addColumn('from_part', Types::STRING, ['notnull' => false, 'length' => 16]);
			$table->addColumn('from_text', Types::TEXT, ['notnull' => false]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('stopped', Types::BOOLEAN, ['notnull' => false]);
			$table->addColumn('until_day', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('outcome', Types::TEXT, ['notnull' => false]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('published_at', Types::BIGINT, ['notnull' => true]);
			// The mail before it ends: when it was sent for this period, and the hash of its link.
			$table->addColumn('asked_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_ntc_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_ntc_key');
			$table->addUniqueIndex(['ref'], 'reseau_ntc_ref');
			$table->addUniqueIndex(['token_hash'], 'reseau_ntc_token');
			$table->addIndex(['member_id', 'published_at'], 'reseau_ntc_member');
			$table->addIndex(['state', 'until_day'], 'reseau_ntc_state');
			$table->addIndex(['group_id'], 'reseau_ntc_group');
			$table->addIndex(['only_group'], 'reseau_ntc_only');
		}

		if (!$schema->hasTable('reseau_thanks')) {
			$table = $schema->createTable('reseau_thanks');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('notice_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->setPrimaryKey(['id'], 'reseau_thx_pk');
			$table->addUniqueIndex(['notice_id', 'member_id'], 'reseau_thx_once');
			$table->addIndex(['member_id'], 'reseau_thx_member');
		}

		return $schema;
	}
}
