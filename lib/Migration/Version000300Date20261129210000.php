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

/** Tables can change cards, which can be undone; they cannot change cards that people without an account changed themselves. */
class Version000300Date20261129210000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$members = $schema->getTable('reseau_members');
		if (!$members->hasColumn('own_words')) {
			$members->addColumn('own_words', Types::BOOLEAN, ['notnull' => false]);
		}
		$rows = $schema->getTable('reseau_import_rows');
		if (!$rows->hasColumn('earlier')) {
			$rows->addColumn('earlier', Types::TEXT, ['notnull' => false]);
		}
		if (!$rows->hasIndex('reseau_imr_member')) {
			$rows->addIndex(['member_id'], 'reseau_imr_member');
		}
		return $schema;
	}
}
