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

/** People, groups and sheets can be in the public showcase; none is in it without a choice. */
class Version000300Date20261129200000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		foreach (['reseau_members', 'reseau_groups', 'reseau_sheets'] as $name) {
			$table = $schema->getTable($name);
			if (!$table->hasColumn('showcased')) {
				$table->addColumn('showcased', Types::BOOLEAN, ['notnull' => false]);
			}
		}
		return $schema;
	}
}
