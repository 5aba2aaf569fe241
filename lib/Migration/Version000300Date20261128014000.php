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
 * The words of the search index by their spellings (SpellingMapper), to correct a mistyped word; and with each word of an object the time when the object
 * appeared, so that results of a word are in order without reading the objects. It is 0 until an object is stored again; then the time is looked up.
 */
class Version000300Date20261128014000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->hasTable('reseau_spellings')) {
			$table = $schema->createTable('reseau_spellings');
			$table->addColumn('object_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('spelling', Types::STRING, ['notnull' => true, 'length' => 8]);
			$table->addColumn('token', Types::STRING, ['notnull' => true, 'length' => 40]);
			$table->setPrimaryKey(['spelling', 'token', 'object_type'], 'reseau_spl_pk');
			$table->addIndex(['token', 'object_type'], 'reseau_spl_token');
		}
		$words = $schema->getTable('reseau_index');
		if (!$words->hasColumn('fresh')) {
			$words->addColumn('fresh', Types::BIGINT, ['notnull' => true, 'default' => 0]);
			$words->dropIndex('reseau_idx_token');
			$words->addIndex(['object_type', 'token', 'object_id', 'audience', 'scope', 'field', 'weight', 'fresh'], 'reseau_idx_word');
		}
		// These begin with the columns that distinguish rows: SQLite without statistics expects ten rows of a type, and would read an index by the type alone.
		if (!$words->hasIndex('reseau_idx_of')) {
			$words->dropIndex('reseau_idx_object');
			$words->addIndex(['object_id', 'object_type', 'token', 'audience', 'scope'], 'reseau_idx_of');
		}
		$terms = $schema->getTable('reseau_facets');
		if (!$terms->hasIndex('reseau_fct_of')) {
			$terms->dropIndex('reseau_fct_object');
			$terms->addIndex(['object_id', 'object_type', 'facet', 'term', 'audience', 'scope'], 'reseau_fct_of');
		}
		$sets = $schema->getTable('reseau_facet_sets');
		if (!$sets->hasIndex('reseau_set_whose')) {
			$sets->dropIndex('reseau_set_scope');
			$sets->addIndex(['scope', 'object_type', 'audience', 'facet', 'terms'], 'reseau_set_whose');
		}
		return $schema;
	}
}
