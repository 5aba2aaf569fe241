<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\FacetCounts;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Nearest;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/**
 * The choices of the criteria, each with the number of people it would leave, ignoring the criterion's own choices. If no one has all the words,
 * these are the people who have some of them.
 */
class MemberChoices {
	/** With more results, the choices of a criterion are counted only on request. */
	private const COUNTED = 1000;

	public function __construct(
		private readonly MemberQueryBuilder $queries,
		private readonly MemberFacets $facets,
		private readonly Finder $finder,
		private readonly FacetCounts $counts,
		private readonly Search $search,
		private readonly Nearest $nearest,
	) {
	}

	/**
	 * The choices sent with a list.
	 *
	 * @param int $most of one criterion, in addition to the selected ones
	 * @return ?array<string, list<array{id: string, label: string, count: int}>> null if counting would take long
	 */
	public function first(Answer $answer, int $most): ?array {
		$query = $answer->query;
		$found = $answer->page;
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
				$these === null || $answer->none => $this->count($without[$facet], $facet, $answer->none),
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
		[$query, $none] = $this->search->settled($this->queries->query($viewer, $criteria), $this->queries->parser(), $criteria->words);
		$counts = $this->count($query->without($facet), $facet, $none);
		return $this->facets->present($viewer, $facet, $counts, $query->facets[$facet] ?? []);
	}

	/**
	 * Choices that enough of all members have.
	 *
	 * @param string $kind the beginning of their ids
	 * @return list<array{id: string, label: string, count: int}>
	 */
	public function common(Viewer $viewer, string $facet, string $kind, int $fewest): array {
		$counts = array_filter(
			$this->count($this->queries->query($viewer, new Criteria()), $facet),
			static fn (int $count, int|string $id): bool => $count >= $fewest && str_starts_with((string)$id, $kind),
			ARRAY_FILTER_USE_BOTH,
		);
		return $this->facets->present($viewer, $facet, $counts, []);
	}

	/**
	 * @param bool $none a choice that leaves no one with all the words leaves people with some of them
	 * @return array<array-key, int> number of people with each term
	 */
	private function count(Query $query, string $facet, bool $none = false): array {
		if ($facet !== 'group') {
			if ($none) {
				return $this->nearest->counts($query, $facet);
			}
			// The cards with these words were read for the search itself: in a large network, joining them with everyone's terms takes far longer.
			$ids = $query->units === [] ? [] : $this->finder->ids($query, self::COUNTED);
			return $query->units === [] || count($ids) > self::COUNTED ? $this->counts->ofFacet($query, $facet) : $this->counts->among($query, $ids, $facet)[$facet] ?? [];
		}
		$members = $this->facets->groupMembers($query->viewer);
		$of = fn (array $found): array => $this->facets->groupCounts($query->viewer, $found);
		$all = $of($this->finder->foundAmong($query, $members));
		return $none ? array_diff_assoc($all, $of($this->finder->foundAmong($query, $query->last()))) + $of($this->nearest->among($query, $members)) : $all;
	}
}
