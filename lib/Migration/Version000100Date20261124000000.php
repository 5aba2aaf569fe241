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

/**
 * The first tables: cards with their consents and claim links, what is left of erased ones, groups with their memberships, the vocabulary.
 * Dates without a time are strings YYYY-MM-DD; moments are seconds since 1970.
 */
class Version000100Date20261124000000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_members')) {
			$table = $schema->createTable('reseau_members');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('ref', Types::STRING, ['notnull' => false, 'length' => 128]);
			$table->addColumn('steward_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('name', Types::STRING, ['notnull' => true, 'length' => 255]);
			$table->addColumn('sort_name', Types::STRING, ['notnull' => true, 'length' => 180]);
			$table->addColumn('card', Types::TEXT, ['notnull' => true]);
			$table->addColumn('contact', Types::TEXT, ['notnull' => true]);
			$table->addColumn('visibility', Types::TEXT, ['notnull' => true]);
			$table->addColumn('status', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('suspended', Types::BOOLEAN, ['notnull' => false]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('joined', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('import_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('updated_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('edited_at', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_mem_pk');
			$table->addUniqueIndex(['uid'], 'reseau_mem_uid');
			$table->addUniqueIndex(['ref'], 'reseau_mem_ref');
			$table->addIndex(['steward_uid'], 'reseau_mem_steward');
			$table->addIndex(['status', 'sort_name', 'id'], 'reseau_mem_list');
		}

		if (!$schema->hasTable('reseau_consents')) {
			$table = $schema->createTable('reseau_consents');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('what', Types::STRING, ['notnull' => true, 'length' => 32]);
			$table->addColumn('version', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('how', Types::TEXT, ['notnull' => true]);
			$table->addColumn('given_on', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('recorded_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_con_pk');
			$table->addIndex(['member_id', 'what'], 'reseau_con_member');
		}

		if (!$schema->hasTable('reseau_claims')) {
			$table = $schema->createTable('reseau_claims');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('by_uid', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('expires_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_clm_pk');
			$table->addUniqueIndex(['member_id'], 'reseau_clm_member');
			$table->addUniqueIndex(['token_hash'], 'reseau_clm_token');
		}

		if (!$schema->hasTable('reseau_erased')) {
			$table = $schema->createTable('reseau_erased');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_era_pk');
			$table->addUniqueIndex(['hash'], 'reseau_era_hash');
		}

		if (!$schema->hasTable('reseau_groups')) {
			$table = $schema->createTable('reseau_groups');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('ref', Types::STRING, ['notnull' => false, 'length' => 128]);
			$table->addColumn('title', Types::STRING, ['notnull' => true, 'length' => 255]);
			$table->addColumn('purpose', Types::TEXT, ['notnull' => true]);
			$table->addColumn('mandate', Types::TEXT, ['notnull' => true]);
			$table->addColumn('status', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->setPrimaryKey(['id'], 'reseau_grp_pk');
			$table->addUniqueIndex(['ref'], 'reseau_grp_ref');
		}

		if (!$schema->hasTable('reseau_memberships')) {
			$table = $schema->createTable('reseau_memberships');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('group_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('role', Types::STRING, ['notnull' => false, 'length' => 255]);
			$table->addColumn('facilitates', Types::BOOLEAN, ['notnull' => false]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('commitment', Types::TEXT, ['notnull' => false]);
			$table->addColumn('from_date', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('until_date', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('limits', Types::TEXT, ['notnull' => false]);
			$table->addColumn('left_date', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('exit_note', Types::TEXT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_mbs_pk');
			$table->addUniqueIndex(['group_id', 'member_id'], 'reseau_mbs_group');
			$table->addIndex(['member_id', 'state'], 'reseau_mbs_member');
		}

		if (!$schema->hasTable('reseau_terms')) {
			$table = $schema->createTable('reseau_terms');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 32]);
			$table->addColumn('slug', Types::STRING, ['notnull' => true, 'length' => 128]);
			$table->addColumn('position', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('data', Types::TEXT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_trm_pk');
			$table->addUniqueIndex(['kind', 'slug'], 'reseau_trm_slug');
		}

		return $schema;
	}
}
