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
 * Has the database look at tables that have just become another size. It would by itself, but later: until then PostgreSQL
 * takes a table of millions of rows for an empty one and answers a page after seconds. SQLite is not asked: the queries of the
 * search tell it the way, which figures would only talk it out of.
 */
class TableStatistics {
	private const TABLES = ['reseau_objects', 'reseau_index', 'reseau_facets', 'reseau_facet_sets', 'reseau_facet_sums', 'reseau_members', 'reseau_memberships'];

	private const STATEMENTS = [IDBConnection::PLATFORM_POSTGRES => 'ANALYZE', IDBConnection::PLATFORM_MYSQL => 'ANALYZE TABLE'];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly LoggerInterface $logger,
	) {
	}

	/** Not within a transaction: MySQL would end it. Where it cannot be done everything is only slower. */
	public function refresh(): void {
		$statement = self::STATEMENTS[$this->db->getDatabaseProvider()] ?? null;
		if ($statement === null || $this->db->inTransaction()) {
			return;
		}
		try {
			foreach (self::TABLES as $table) {
				// MySQL answers with rows.
				$this->db->executeQuery("$statement `*PREFIX*$table`")->closeCursor();
			}
		} catch (Exception $e) {
			$this->logger->warning('The database could not look at the tables of the search anew', ['exception' => $e]);
		}
	}
}
