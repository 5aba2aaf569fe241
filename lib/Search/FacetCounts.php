<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\IDBConnection;

/**
 * Counts how many objects have each term, for one viewer. Without criteria, it adds the sums of what every member sees and the further objects of this
 * viewer.
 */
class FacetCounts {
	/** Objects counted per statement. */
	private const CHUNK = 1000;

	/** All terms of some sets, by database. */
	private const JOINED = [IDBConnection::PLATFORM_SQLITE => 'group_concat(f.terms, char(31))', IDBConnection::PLATFORM_POSTGRES => 'string_agg(f.terms, chr(31))'];

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** How many objects the viewer of a query may see, ignoring words and criteria. */
	public function total(Query $query): int {
		return $this->unchosen($query, '')[''][''] ?? 0;
	}

	/**
	 * How many objects have each term, ignoring words and criteria.
	 *
	 * @param ?string $only one facet, null for all
	 * @param ?string $term the only term of that facet that matters, null for all; counts of others may then be too low
	 * @return array<string, array<string, int>> by facet and term
	 */
	public function unchosen(Query $query, ?string $only = null, ?string $term = null): array {
		if ($query->within !== null) {
			return $this->among($query, $query->within, $only);
		}
		[$facet, $parameters] = self::only($query, $only);
		$counts = [];
		$one = $term === null ? '' : ' AND f.term = :term';
		$this->add(
			$counts,
			'SELECT f.facet, f.term, f.sum FROM `*PREFIX*reseau_facet_sums` f WHERE f.object_type = :type AND ' . self::common($query->viewer) . $facet . $one,
			$parameters + ($term === null ? [] : ['term' => $term]),
		);
		if ($query->hidden !== null) {
			return self::less($counts, $this->shown($query, $query->hidden, $only));
		}
		if ($query->viewer->uid !== null) {
			[$join, $isClose] = Visibility::close($query->viewer, 'f.scope');
			$this->tally($counts, "$join`*PREFIX*reseau_facet_sets` f WHERE $isClose AND f.audience < " . Audience::Members->rank() . " AND {$query->seen('f')}$facet", $parameters);
		}
		return self::less($counts, []);
	}

	/**
	 * How many of these objects have each term, as every member sees them.
	 *
	 * @param list<int> $ids
	 * @return array<string, array<string, int>> by facet and term
	 */
	private function shown(Query $query, array $ids, ?string $only): array {
		[$facet, $parameters] = self::only($query, $only);
		$counts = [];
		foreach (array_chunk($ids, self::CHUNK) as $chunk) {
			$this->tally($counts, '`*PREFIX*reseau_facet_sets` f WHERE f.object_type = :type AND ' . Query::among('f', $chunk) . ' AND f.audience >= ' . Audience::Members->rank() . $facet, $parameters);
		}
		return $counts;
	}

	/**
	 * @param array<string, array<string, int>> $counts by facet and term
	 * @param array<string, array<string, int>> $others
	 * @return array<string, array<string, int>> the counts without the others; no zeros
	 */
	private static function less(array $counts, array $others): array {
		foreach ($counts as $facet => $terms) {
			foreach ($terms as $term => $count) {
				$counts[$facet][$term] = $count - ($others[$facet][$term] ?? 0);
			}
			$counts[$facet] = array_filter($counts[$facet], static fn (int $count): bool => $count > 0);
		}
		return $counts;
	}

	/** Roughly how many objects have the selected terms of a facet: as every member sees it, counting an object with two of them twice. */
	public function usual(Query $query, string $facet): int {
		$terms = [];
		foreach ($query->facets[$facet] as $n => $term) {
			$terms["t$n"] = $term;
		}
		return (int)$this->db->executeQuery(
			'SELECT SUM(f.sum) FROM `*PREFIX*reseau_facet_sums` f WHERE f.object_type = :type AND ' . self::common($query->viewer)
			. ' AND f.facet = :facet AND f.term IN (:' . implode(', :', array_keys($terms)) . ')',
			['type' => $query->type, 'facet' => $facet] + $terms,
		)->fetchOne();
	}

	/**
	 * How many of these objects have each term.
	 *
	 * @param list<int> $ids results, which this viewer may see
	 * @param ?string $only one facet, null for all
	 * @return array<string, array<string, int>> by facet and term
	 */
	public function among(Query $query, array $ids, ?string $only = null): array {
		[$facet, $parameters] = self::only($query, $only);
		$counts = [];
		foreach (array_chunk($ids, self::CHUNK) as $chunk) {
			$this->tally($counts, self::of($query, Query::among('f', $chunk) . $facet), $parameters);
		}
		return $counts;
	}

	/**
	 * How many of all results have each term of a facet, for any number of results.
	 *
	 * @return array<string, int> by term
	 */
	public function ofFacet(Query $query, string $facet): array {
		if ($query->isEmpty()) {
			return $this->unchosen($query, $facet)[$facet] ?? [];
		}
		$counts = [];
		$sets = self::of($query, $query->all('f') . ' AND f.facet = :facet');
		// The parameters last: terms of the query add theirs while it is built.
		$this->tally($counts, $sets, $query->parameters + ['facet' => $facet]);
		return $counts[$facet] ?? [];
	}

	/**
	 * How many objects have each of these terms in any of the given facets, each object once.
	 *
	 * @param list<string> $facets
	 * @param list<string> $terms
	 * @return array<array-key, int> by term, without zeros
	 */
	public function ofAny(Query $query, array $facets, array $terms): array {
		$parameters = $query->parameters;
		foreach ($terms as $i => $term) {
			$parameters["t$i"] = $term;
		}
		$among = implode(', ', array_map(static fn (int $i): string => ":t$i", array_keys($terms)));
		$counts = [];
		if ($terms !== []) {
			$this->add($counts, "SELECT '' AS facet, f.term, COUNT(DISTINCT f.object_id) AS sum FROM `*PREFIX*reseau_facets` f"
				. " WHERE f.facet IN ('" . implode("', '", $facets) . "') AND f.term IN ($among) AND {$query->seen('f')} GROUP BY f.term", $parameters);
		}
		return $counts[''] ?? [];
	}

	/** The sets `f` of terms of some objects that this viewer sees. */
	private static function of(Query $query, string $condition): string {
		return "`*PREFIX*reseau_facet_sets` f WHERE $condition AND {$query->seen('f')}";
	}

	/** The condition that every member, or every visitor, sees a row `f`; rank by rank, as an index is not used beyond a range. */
	private static function common(Viewer $viewer): string {
		return 'f.audience IN (' . ($viewer->uid === null ? '' : Audience::Members->rank() . ', ') . Audience::Public->rank() . ')';
	}

	/** @return array{string, array<string, mixed>} the condition for one facet or all, and its parameters */
	private static function only(Query $query, ?string $facet): array {
		return $facet === null ? ['', $query->parameters] : [' AND f.facet = :facet', $query->parameters + ['facet' => $facet]];
	}

	/**
	 * Counts the terms of some sets.
	 *
	 * @param array<string, array<string, int>> $counts
	 * @param string $sets the SQL after FROM, with the sets as `f`
	 * @param array<string, mixed> $parameters
	 */
	private function tally(array &$counts, string $sets, array $parameters): void {
		// All terms of a facet as one string, if its length is not limited: transferring thousands of rows takes longer than reading them.
		$joined = self::JOINED[$this->db->getDatabaseProvider()] ?? null;
		$sql = $joined === null ? "SELECT f.facet, f.terms FROM $sets" : "SELECT f.facet, $joined AS terms FROM $sets GROUP BY f.facet";
		$result = $this->db->executeQuery($sql, $parameters);
		while (($row = $result->fetch()) !== false) {
			$facet = (string)$row['facet'];
			foreach (array_count_values(explode(Index::BETWEEN, (string)$row['terms'])) as $term => $sum) {
				$counts[$facet][$term] = ($counts[$facet][$term] ?? 0) + $sum;
			}
		}
		$result->closeCursor();
	}

	/**
	 * @param array<string, array<string, int>> $counts
	 * @param array<string, mixed> $parameters
	 */
	private function add(array &$counts, string $sql, array $parameters): void {
		foreach ($this->db->executeQuery($sql, $parameters)->fetchAll() as $row) {
			$counts[(string)$row['facet']][(string)$row['term']] = ($counts[(string)$row['facet']][(string)$row['term']] ?? 0) + (int)$row['sum'];
		}
	}
}
