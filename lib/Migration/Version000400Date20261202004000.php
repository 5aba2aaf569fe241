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

/** Imported minutes know who creates or removes their groups: Home tells that person while it is not finished. */
class Version000400Date20261202004000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_minutes');
		if ($table->hasColumn('run_uid')) {
			return null;
		}
		$table->addColumn('run_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
		$table->addIndex(['run_uid'], 'reseau_min_run');
		return $schema;
	}
}
