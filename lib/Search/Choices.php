<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Fold;

/** The choices of criteria, each with the number of results it would leave, ignoring the criterion's own choices. */
class Choices {
	/** Choices of one criterion, in addition to the selected ones. */
	private const MOST = 40;

	public function __construct(
		private readonly FacetCounts $counts,
		private readonly Nearest $nearest,
	) {
	}

	/**
	 * @param list<string> $facets
	 * @param callable(string, string): string $label of a choice of a facet
	 * @param array<string, list<string>> $orders fixed orders of the choices, by facet; the others depend on the counts
	 * @return array<string, list<array{id: string, label: string, count: int}>> by facet; selected ones first, then by count, then by label
	 */
	public function of(Answer $answer, array $facets, callable $label, array $orders = []): array {
		// The results are known: all facets without a choice are counted together.
		$found = $answer->none || ($answer->page->all === null && !$answer->query->isEmpty()) ? null : $this->found($answer);
		$choices = [];
		foreach ($facets as $facet) {
			$chosen = $answer->query->facets[$facet] ?? [];
			$counts = $found !== null && $chosen === [] ? $found[$facet] ?? [] : $this->others($answer, $facet);
			$choices[$facet] = self::sorted($counts, $chosen, static fn (string $id): string => $label($facet, $id), $orders[$facet] ?? null);
		}
		return $choices;
	}

	/** @return array<string, array<array-key, int>> number of results with each term, by facet */
	private function found(Answer $answer): array {
		return $answer->query->isEmpty() ? $this->counts->unchosen($answer->query) : $this->counts->among($answer->query, (array)$answer->page->all);
	}

	/** @return array<array-key, int> how many results are left with each choice of a facet, in place of the current one */
	private function others(Answer $answer, string $facet): array {
		$others = $answer->query->without($facet);
		// A choice that leaves nothing with all the words leaves objects with some of them.
		return $answer->none ? $this->nearest->counts($others, $facet) : $this->counts->ofFacet($others, $facet);
	}

	/**
	 * @param array<array-key, int> $counts
	 * @param list<string> $chosen
	 * @param callable(string): string $label
	 * @param ?list<string> $order
	 * @return list<array{id: string, label: string, count: int}>
	 */
	private static function sorted(array $counts, array $chosen, callable $label, ?array $order): array {
		$choices = [];
		foreach ($counts + array_fill_keys($chosen, 0) as $id => $count) {
			$name = $label((string)$id);
			$key = $order === null
				? [!in_array((string)$id, $chosen, true), -$count, Fold::text($name)]
				: [array_search((string)$id, $order, true)];
			$choices[] = [$key, ['id' => (string)$id, 'label' => $name, 'count' => $count]];
		}
		sort($choices);
		return array_column(array_slice($choices, 0, self::MOST + count($chosen)), 1);
	}
}
