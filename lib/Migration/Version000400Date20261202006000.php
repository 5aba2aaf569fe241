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

/** Whose run saved the team, the board and the folder of each group. */
class Version000400Date20261202006000 extends SimpleMigrationStep {
	private const COLUMNS = ['team_by_uid' => 'team_id', 'board_by_uid' => 'board_id', 'folder_by_uid' => 'folder_id'];

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_groups');
		foreach (array_keys(self::COLUMNS) as $column) {
			if (!$table->hasColumn($column)) {
				$table->addColumn($column, Types::STRING, ['notnull' => false, 'length' => 64]);
			}
		}
		return $schema;
	}

	/** The account of the last run is the only one that is known; browsers check it against Deck and Teams. */
	public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options): void {
		foreach (self::COLUMNS as $column => $thing) {
			$qb = $this->db->getQueryBuilder();
			$qb->update('reseau_groups')
				->set($column, 'maker_uid')
				->where($qb->expr()->isNotNull($thing))
				->andWhere($qb->expr()->isNull($column))
				->andWhere($qb->expr()->neq('maker_uid', $qb->createNamedParameter('')));
			$qb->executeStatement();
		}
	}
}
