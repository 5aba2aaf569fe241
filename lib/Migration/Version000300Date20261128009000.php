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

/** Notices sent by mail to people without an account, the people who want no more of them, and the notice whose outcome a sheet describes. */
class Version000300Date20261128009000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_passed_notices')) {
			$table = $schema->createTable('reseau_passed_notices');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('notice_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			// The link: its hash, the encrypted token for the next mail, and a hash of it with the address it was made for.
			$table->addColumn('token_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('token', Types::TEXT, ['notnull' => true]);
			$table->addColumn('address_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			// When a keeper sent the notice as a separate mail.
			$table->addColumn('sent_at', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_pno_pk');
			$table->addUniqueIndex(['notice_id', 'member_id'], 'reseau_pno_once');
			$table->addUniqueIndex(['token_hash'], 'reseau_pno_token');
			$table->addIndex(['member_id', 'sent_at'], 'reseau_pno_member');
		}

		if (!$schema->hasTable('reseau_notice_stops')) {
			$table = $schema->createTable('reseau_notice_stops');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->setPrimaryKey(['id'], 'reseau_nst_pk');
			$table->addUniqueIndex(['member_id'], 'reseau_nst_once');
		}

		$sheets = $schema->getTable('reseau_sheets');
		if (!$sheets->hasColumn('notice_id')) {
			$sheets->addColumn('notice_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$sheets->addIndex(['notice_id'], 'reseau_sht_notice');
		}

		return $schema;
	}
}
