<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IDBConnection;

/** The objects with each term, for one viewer. */
class ObjectsByTerm {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param list<string> $facets
	 * @return array<string, array<string, list<int>>> ids of the objects, by facet and term
	 */
	public function of(string $type, Viewer $viewer, array $facets): array {
		$query = new Query($type, $viewer, [], []);
		$holders = array_fill_keys($facets, []);
		$result = $this->db->executeQuery(
			"SELECT f.facet, f.term, f.object_id FROM `*PREFIX*reseau_facets` f WHERE f.facet IN ('" . implode("', '", $facets) . "') AND {$query->seen('f')}",
			$query->parameters,
		);
		while (($row = $result->fetch()) !== false) {
			$holders[(string)$row['facet']][(string)$row['term']][] = (int)$row['object_id'];
		}
		$result->closeCursor();
		return $holders;
	}
}
