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

/** When a card was confirmed as still true, and when its keeper was last asked and reminded: seconds since 1970. */
class Version000200Date20261124205000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_members');
		foreach (['confirmed_at', 'asked_at', 'reminded_at'] as $column) {
			if (!$table->hasColumn($column)) {
				$table->addColumn($column, Types::BIGINT, ['notnull' => false]);
			}
		}
		return $schema;
	}
}
