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
 * The first tables: cards with their consents and claim links, hashes of erased ones, groups with their memberships, the vocabulary, and the search
 * index.
 * Dates without a time are strings YYYY-MM-DD; times are seconds since 1970.
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
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('edited_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('removed_at', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_trm_pk');
			$table->addUniqueIndex(['kind', 'slug'], 'reseau_trm_slug');
		}

		// Everything that can be found, of any type. `scope` is the member whose groups are the audience “groups”, `audience` the rank of an audience
		// (Audience::rank()).
		if (!$schema->hasTable('reseau_objects')) {
			$table = $schema->createTable('reseau_objects');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('object_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('scope', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('audience', Types::SMALLINT, ['notnull' => true]);
			$table->addColumn('name', Types::STRING, ['notnull' => true, 'length' => 180]);
			$table->addColumn('fresh', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('hash', Types::STRING, ['notnull' => true, 'length' => 32]);
			$table->addColumn('format', Types::INTEGER, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_obj_pk');
			$table->addUniqueIndex(['object_type', 'object_id'], 'reseau_obj_object');
			$table->addIndex(['object_type', 'name', 'object_id'], 'reseau_obj_name');
			$table->addIndex(['object_type', 'fresh', 'object_id'], 'reseau_obj_fresh');
		}

		// The stemmed words of each object. The indexes answer which objects have a word, and whether an object has it, without reading the table.
		if (!$schema->hasTable('reseau_index')) {
			$table = $schema->createTable('reseau_index');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('object_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('scope', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('token', Types::STRING, ['notnull' => true, 'length' => 40]);
			$table->addColumn('field', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('audience', Types::SMALLINT, ['notnull' => true]);
			$table->addColumn('weight', Types::SMALLINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_idx_pk');
			$table->addIndex(['object_type', 'token', 'object_id', 'audience', 'scope', 'field', 'weight'], 'reseau_idx_token');
			$table->addIndex(['object_type', 'object_id', 'token', 'audience', 'scope'], 'reseau_idx_object');
		}

		// The terms of each object; facet and term are empty once for the object itself.
		if (!$schema->hasTable('reseau_facets')) {
			$table = $schema->createTable('reseau_facets');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('object_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('scope', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('facet', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('term', Types::STRING, ['notnull' => true, 'length' => 128]);
			$table->addColumn('audience', Types::SMALLINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_fct_pk');
			$table->addIndex(['object_type', 'facet', 'term', 'audience', 'object_id', 'scope'], 'reseau_fct_term');
			$table->addIndex(['object_type', 'object_id', 'facet', 'term', 'audience', 'scope'], 'reseau_fct_object');
			$table->addIndex(['object_type', 'scope', 'audience', 'facet', 'term'], 'reseau_fct_scope');
		}

		// Number of objects with a term, by audience: for counts without criteria.
		if (!$schema->hasTable('reseau_facet_sums')) {
			$table = $schema->createTable('reseau_facet_sums');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('audience', Types::SMALLINT, ['notnull' => true]);
			$table->addColumn('facet', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('term', Types::STRING, ['notnull' => true, 'length' => 128]);
			$table->addColumn('sum', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_sum_pk');
			$table->addUniqueIndex(['object_type', 'audience', 'facet', 'term'], 'reseau_sum_term');
		}

		return $schema;
	}
}
