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

/** Paths of linked library files, to recognize a file that is restored from the trash bin under another id. */
class Version000300Date20261125006000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_link_titles');
		if (!$table->hasColumn('path')) {
			// Below the library's folder, with a leading slash; null: linked by an earlier version and not read since.
			$table->addColumn('path', Types::TEXT, ['notnull' => false]);
		}
		return $schema;
	}
}
