<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Fold;

/** The choices of a criterion, each with the number of results it would leave, ignoring the criterion's own choices. */
class Choices {
	/** Choices of one criterion, in addition to the selected ones. */
	private const MOST = 40;

	public function __construct(
		private readonly FacetCounts $counts,
		private readonly Nearest $nearest,
	) {
	}

	/**
	 * @param callable(string): string $label of a choice
	 * @param ?list<string> $order the order of the choices, if it does not depend on their numbers
	 * @return list<array{id: string, label: string, count: int}> selected ones first, then by count, then by label
	 */
	public function of(Answer $answer, string $facet, callable $label, ?array $order = null): array {
		$chosen = $answer->query->facets[$facet] ?? [];
		$others = $answer->query->without($facet);
		// A choice that leaves nothing with all the words leaves what has some of them.
		$counts = $answer->none ? $this->nearest->counts($others, $facet) : $this->counts->ofFacet($others, $facet);
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
