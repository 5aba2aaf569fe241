<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Rows that represent settings that are compared before they are written: Nextcloud's own settings cannot be locked. */
class LockMapper {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** To be called first in a transaction that is retried after a deadlock: others who want the same lock wait for its end. */
	public function hold(string $name): void {
		$qb = $this->db->getQueryBuilder();
		$qb->select('name')->from('reseau_locks')->where($qb->expr()->eq('name', $qb->createNamedParameter($name, IQueryBuilder::PARAM_STR)));
		if ($qb->executeQuery()->fetchOne() === false) {
			// Only the first time: on MariaDB several transactions share a row that they could not insert, and then none of them can write it.
			$this->db->insertIgnoreConflict('reseau_locks', ['name' => $name]);
		}
		// Writes the existing value: a database-independent FOR UPDATE.
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_locks')->set('name', 'name')->where($qb->expr()->eq('name', $qb->createNamedParameter($name, IQueryBuilder::PARAM_STR)));
		$qb->executeStatement();
	}
}
