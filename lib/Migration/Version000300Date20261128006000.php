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

/** Writing to the author of an anonymous sheet: the encrypted author, and the conversations in which they stay unnamed. */
class Version000300Date20261128006000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$sheets = $schema->getTable('reseau_sheets');
		if (!$sheets->hasColumn('writer')) {
			// The number of their card, encrypted.
			$sheets->addColumn('writer', Types::TEXT, ['notnull' => false]);
		}
		$conversations = $schema->getTable('reseau_conversations');
		if (!$conversations->hasColumn('masked')) {
			$conversations->addColumn('masked', Types::STRING, ['notnull' => false, 'length' => 8]);
		}
		return $schema;
	}
}
