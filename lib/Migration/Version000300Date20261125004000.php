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
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** The terms of an object, with those of a facet in one row: counting choices reads a third of the rows. */
class Version000300Date20261125004000 extends SimpleMigrationStep {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->hasTable('reseau_facet_sets')) {
			$table = $schema->createTable('reseau_facet_sets');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('object_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('scope', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('facet', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('audience', Types::SMALLINT, ['notnull' => true]);
			// The maximum length an index of any database can hold: counts read only the index.
			$table->addColumn('terms', Types::STRING, ['notnull' => true, 'length' => 500]);
			$table->setPrimaryKey(['id'], 'reseau_set_pk');
			$table->addIndex(['object_type', 'object_id', 'facet', 'audience', 'scope', 'terms'], 'reseau_set_object');
			$table->addIndex(['object_type', 'scope', 'audience', 'facet'], 'reseau_set_scope');
		}
		$facets = $schema->getTable('reseau_facets');
		if ($facets->hasIndex('reseau_fct_scope')) {
			$facets->dropIndex('reseau_fct_scope');
		}
		return $schema;
	}

	/** Existing terms are counted together, a set for each term; the final, smaller number of sets is reached as objects are stored again. */
	public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options): void {
		$this->db->executeStatement(
			'INSERT INTO `*PREFIX*reseau_facet_sets` (`object_type`, `object_id`, `scope`, `facet`, `audience`, `terms`)'
			. ' SELECT f.`object_type`, f.`object_id`, f.`scope`, f.`facet`, f.`audience`, f.`term` FROM `*PREFIX*reseau_facets` f'
			. ' WHERE NOT EXISTS (SELECT 1 FROM `*PREFIX*reseau_facet_sets` s WHERE s.`object_type` = f.`object_type` AND s.`object_id` = f.`object_id`)',
		);
	}
}
