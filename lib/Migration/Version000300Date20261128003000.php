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

/** Since when a person is in a group; an index for the newest cards. */
class Version000300Date20261128003000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_memberships');
		if (!$table->hasColumn('entered_at')) {
			// Unknown for existing memberships.
			$table->addColumn('entered_at', Types::BIGINT, ['notnull' => false]);
		}
		$members = $schema->getTable('reseau_members');
		if (!$members->hasIndex('reseau_mem_newest')) {
			// Without it, every card is read with all its texts to find the newest six.
			$members->addIndex(['status', 'joined', 'id'], 'reseau_mem_newest');
		}
		return $schema;
	}
}
