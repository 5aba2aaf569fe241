<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Search\Counts;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Found;
use OCA\Reseau\Search\Hits;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** The choices of the criteria, each with how many people it would leave, the criterion's own choices aside. */
class MemberChoices {
	/** With more hits the choices of a criterion are counted when they are asked for. */
	private const COUNTED = 1000;

	public function __construct(
		private readonly MemberQuestion $question,
		private readonly MemberFacets $facets,
		private readonly Finder $finder,
		private readonly Counts $counts,
	) {
	}

	/**
	 * The choices that come with a list.
	 *
	 * @param int $most of one criterion, beside the chosen ones
	 * @return ?array<string, list<array{id: string, label: string, count: int}>> null where counting would take long
	 */
	public function first(Hits $hits, Found $found, int $most): ?array {
		$everybody = $hits->isEmpty();
		if (!$everybody && ($found->all === null || count($found->all) > self::COUNTED)) {
			return null;
		}
		$without = $others = [];
		foreach (array_keys($hits->facets) as $facet) {
			$without[$facet] = $hits->without($facet);
			$others[$facet] = $without[$facet]->isEmpty() ? null : $this->finder->ids($without[$facet], self::COUNTED);
			if (count($others[$facet] ?? []) > self::COUNTED) {
				return null;
			}
		}
		$counts = $everybody ? $this->counts->unchosen($hits) : $this->counts->among($hits, $found->all);
		$counts['group'] = $everybody ? $this->count($hits, 'group') : $this->facets->groupCounts($hits->viewer, $found->all);
		foreach ($others as $facet => $these) {
			$counts[$facet] = match (true) {
				$these === null => $this->count($without[$facet], $facet),
				$facet === 'group' => $this->facets->groupCounts($hits->viewer, $these),
				default => $this->counts->among($without[$facet], $these, $facet)[$facet] ?? [],
			};
		}
		$choices = [];
		foreach (MemberFacets::ALL as $facet) {
			$choices[$facet] = $this->facets->present($hits->viewer, $facet, $counts[$facet] ?? [], $hits->facets[$facet] ?? [], $most);
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
		$hits = $this->question->hits($viewer, $criteria);
		if ($hits->units !== [] && $this->finder->ids($hits, 0) === []) {
			[$hits] = $this->question->corrected($hits, $criteria) ?? [$hits];
		}
		$counts = $this->count($hits->without($facet), $facet);
		return $this->facets->present($viewer, $facet, $counts, $hits->facets[$facet] ?? []);
	}

	/** @return array<array-key, int> how many have each term */
	private function count(Hits $hits, string $facet): array {
		return $facet === 'group'
			? $this->facets->groupCounts($hits->viewer, $this->finder->foundAmong($hits, $this->facets->groupMembers($hits->viewer)))
			: $this->counts->ofFacet($hits, $facet);
	}
}
