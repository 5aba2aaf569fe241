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
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** The visibility of a card's parts is called `audience` everywhere, now in the column too. The next step drops the old one. */
class Version000300Date20261127001000 extends SimpleMigrationStep {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_members');
		if (!$table->hasColumn('audience')) {
			$table->addColumn('audience', Types::TEXT, ['notnull' => false]);
		}
		return $schema;
	}

	public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options): void {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if ($schema->getTable('reseau_members')->hasColumn('visibility')) {
			$qb = $this->db->getQueryBuilder();
			$qb->update('reseau_members')->set('audience', 'visibility')->where($qb->expr()->isNull('audience'))->executeStatement();
		}
	}
}
