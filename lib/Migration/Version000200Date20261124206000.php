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

/** People who were asked by mail for consent to a card, and people who asked not to be in the network. */
class Version000200Date20261124206000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_invitations')) {
			$table = $schema->createTable('reseau_invitations');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('address_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('made_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('sent_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('expires_at', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_inv_pk');
			$table->addUniqueIndex(['member_id'], 'reseau_inv_member');
			$table->addUniqueIndex(['token_hash'], 'reseau_inv_token');
			$table->addIndex(['expires_at'], 'reseau_inv_expires');
		}

		if (!$schema->hasTable('reseau_refusals')) {
			$table = $schema->createTable('reseau_refusals');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('refused_on', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->setPrimaryKey(['id'], 'reseau_ref_pk');
			// Not unique: two cards with one address may both be refused at the same moment.
			$table->addIndex(['hash'], 'reseau_ref_hash');
		}

		return $schema;
	}
}
