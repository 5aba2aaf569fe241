<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCP\DB\Exception;
use OCP\IDBConnection;
use Psr\Log\LoggerInterface;

/**
 * Updates the database's statistics after a table's size has changed a lot. The database would do so itself, but later: until then PostgreSQL assumes that a
 * table of millions of rows is empty and needs seconds for a page. Not on SQLite: the search queries already get the best plan, which
 * statistics would only change.
 */
class TableStatistics {
	private const TABLES = ['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_facet_sums', 'reseau_subjects', 'reseau_spellings', 'reseau_members', 'reseau_memberships'];

	private const STATEMENTS = [IDBConnection::PLATFORM_POSTGRES => 'ANALYZE', IDBConnection::PLATFORM_MYSQL => 'ANALYZE TABLE'];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly LoggerInterface $logger,
	) {
	}

	/** Not within a transaction: MySQL would end it. If it fails, everything is only slower. */
	public function refresh(): void {
		$statement = self::STATEMENTS[$this->db->getDatabaseProvider()] ?? null;
		if ($statement === null || $this->db->inTransaction()) {
			return;
		}
		try {
			foreach (self::TABLES as $table) {
				// MySQL returns rows.
				$this->db->executeQuery("$statement `*PREFIX*$table`")->closeCursor();
			}
		} catch (Exception $e) {
			$this->logger->warning('Could not update the statistics of the search tables', ['app' => 'reseau', 'exception' => $e]);
		}
	}
}
