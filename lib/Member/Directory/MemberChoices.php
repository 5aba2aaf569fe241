<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\FacetCounts;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\ResultPage;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** The choices of the criteria, each with the number of people it would leave, ignoring the criterion's own choices. */
class MemberChoices {
	/** With more results, the choices of a criterion are counted only on request. */
	private const COUNTED = 1000;

	public function __construct(
		private readonly MemberQueryBuilder $queries,
		private readonly MemberFacets $facets,
		private readonly Finder $finder,
		private readonly FacetCounts $counts,
	) {
	}

	/**
	 * The choices sent with a list.
	 *
	 * @param int $most of one criterion, in addition to the selected ones
	 * @return ?array<string, list<array{id: string, label: string, count: int}>> null if counting would take long
	 */
	public function first(Query $query, ResultPage $found, int $most): ?array {
		$everybody = $query->isEmpty();
		if (!$everybody && ($found->all === null || count($found->all) > self::COUNTED)) {
			return null;
		}
		$without = $others = [];
		foreach (array_keys($query->facets) as $facet) {
			$without[$facet] = $query->without($facet);
			$others[$facet] = $without[$facet]->isEmpty() ? null : $this->finder->ids($without[$facet], self::COUNTED);
			if (count($others[$facet] ?? []) > self::COUNTED) {
				return null;
			}
		}
		$counts = $everybody ? $this->counts->unchosen($query) : $this->counts->among($query, $found->all);
		$counts['group'] = $everybody ? $this->count($query, 'group') : $this->facets->groupCounts($query->viewer, $found->all);
		foreach ($others as $facet => $these) {
			$counts[$facet] = match (true) {
				$these === null => $this->count($without[$facet], $facet),
				$facet === 'group' => $this->facets->groupCounts($query->viewer, $these),
				default => $this->counts->among($without[$facet], $these, $facet)[$facet] ?? [],
			};
		}
		$choices = [];
		foreach (MemberFacets::ALL as $facet) {
			$choices[$facet] = $this->facets->present($query->viewer, $facet, $counts[$facet] ?? [], $query->facets[$facet] ?? [], $most);
		}
		return $choices;
	}

	/**
	 * All the choices of one criterion.
	 *
	 * @return list<array{id: string, label: string, count: int}>
	 * @throws ReasonException unknown_facet
	 */
	public function of(Viewer $viewer, Criteria $criteria, string $facet): array {
		if (!in_array($facet, MemberFacets::ALL, true)) {
			throw new ReasonException('unknown_facet', details: ['field' => 'of']);
		}
		$query = $this->queries->query($viewer, $criteria);
		if ($query->units !== [] && $this->finder->ids($query, 0) === []) {
			[$query] = $this->queries->corrected($query, $criteria) ?? [$query];
		}
		$counts = $this->count($query->without($facet), $facet);
		return $this->facets->present($viewer, $facet, $counts, $query->facets[$facet] ?? []);
	}

	/** @return array<array-key, int> number of people with each term */
	private function count(Query $query, string $facet): array {
		return $facet === 'group'
			? $this->facets->groupCounts($query->viewer, $this->finder->foundAmong($query, $this->facets->groupMembers($query->viewer)))
			: $this->counts->ofFacet($query, $facet);
	}
}
