<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** An object's visibility and date are read from the index alone: half the pages of a large table. */
class Version000200Date20261124200900 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_objects');
		if (!$table->hasIndex('reseau_obj_found')) {
			$table->addIndex(['object_type', 'object_id', 'audience', 'scope', 'fresh'], 'reseau_obj_found');
		}
		return $schema;
	}
}
