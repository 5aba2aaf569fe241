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

/** What groups look for, their subjects, and their places. */
class Version000300Date20261129001000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_groups');
		if (!$table->hasColumn('seeks')) {
			$table->addColumn('seeks', Types::TEXT, ['notnull' => false]);
			// JSON
			$table->addColumn('terms', Types::TEXT, ['notnull' => false]);
			// JSON
			$table->addColumn('territories', Types::TEXT, ['notnull' => false]);
		}
		return $schema;
	}
}
