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

/** When the mandate of a group was last changed, and by which account. Kept cards are counted, and hidden cards found, by indexes alone. */
class Version000300Date20261128010000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_groups');
		if (!$table->hasColumn('mandate_at')) {
			$table->addColumn('mandate_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('mandate_by', Types::STRING, ['notnull' => false, 'length' => 64]);
		}
		$members = $schema->getTable('reseau_members');
		if (!$members->hasIndex('reseau_mem_kept')) {
			// All columns that are read of a kept card to count due ones: cards are long, and their rows are not read.
			$members->addIndex(['status', 'steward_uid', 'uid', 'edited_at', 'confirmed_at', 'created_at', 'suspended'], 'reseau_mem_kept');
		}
		if (!$members->hasIndex('reseau_mem_suspended')) {
			// Few cards are hidden.
			$members->addIndex(['suspended'], 'reseau_mem_suspended');
		}
		return $schema;
	}
}
