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

/** A person has one running import per file, even if it is started twice at the same moment. */
class Version000300Date20261125008000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_imports');
		if (!$table->hasColumn('live_hash')) {
			$table->addColumn('live_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addUniqueIndex(['uid', 'live_hash'], 'reseau_imp_live');
		}
		return $schema;
	}
}
