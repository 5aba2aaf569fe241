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
use OCP\IConfig;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/**
 * What waits for the daily mails, the accounts that have got them, and the people suggested to each other. People who did not want the yearly question by mail get it as a notification, as before.
 */
class Version000300Date20261128004000 extends SimpleMigrationStep {
	public function __construct(
		private readonly IConfig $config,
	) {
	}

	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_waiting')) {
			$table = $schema->createTable('reseau_waiting');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('uid', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('subject', Types::STRING, ['notnull' => true, 'length' => 32]);
			$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 32]);
			$table->addColumn('object_id', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('mailed_on', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->setPrimaryKey(['id'], 'reseau_wai_pk');
			$table->addUniqueIndex(['object_type', 'object_id', 'uid'], 'reseau_wai_once');
			$table->addIndex(['uid'], 'reseau_wai_uid');
		}

		if (!$schema->hasTable('reseau_daily_mails')) {
			$table = $schema->createTable('reseau_daily_mails');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('uid', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('day', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('tried_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('token', Types::TEXT, ['notnull' => false]);
			$table->addColumn('address_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_dml_pk');
			$table->addUniqueIndex(['uid'], 'reseau_dml_once');
			$table->addUniqueIndex(['token_hash'], 'reseau_dml_token');
		}

		if (!$schema->hasTable('reseau_suggestions')) {
			$table = $schema->createTable('reseau_suggestions');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('other_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('told_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_sgt_pk');
			$table->addUniqueIndex(['member_id', 'other_id'], 'reseau_sgt_once');
			$table->addIndex(['other_id'], 'reseau_sgt_other');
		}

		return $schema;
	}

	public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options): void {
		foreach ($this->config->getUsersForUserValue('reseau', 'no_yearly_mail', '1') as $uid) {
			$this->config->setUserValue($uid, 'reseau', 'notify_still_true', 'now');
			$this->config->deleteUserValue($uid, 'reseau', 'no_yearly_mail');
		}
	}
}
