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

/** Where linked files of the library are, by which one is known again that comes back from a bin under another number. */
class Version000300Date20261125006000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_link_titles');
		if (!$table->hasColumn('path')) {
			// Below the library's folder, begins with a slash; null: not looked at since it was linked by an earlier version.
			$table->addColumn('path', Types::TEXT, ['notnull' => false]);
		}
		return $schema;
	}
}
