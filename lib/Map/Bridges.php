<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Map;

use OCA\Reseau\Shared\Audience\Viewer;

/**
 * Finds sectors or départements whose people share no group, and topics they could meet about. Only sides with so many people that no individual is
 * identified are shown, and never a person.
 */
class Bridges {
	/** MAP_LIMITS of src/map/model.ts: tests/fixtures/rules/map-limits.json checks both. */
	public const INTRODUCTIONS = 3;

	public function __construct(
		private readonly Sight $sight,
	) {
	}

	/** @return array<string, mixed> BridgesSchema of src/map/model.ts */
	public function between(Viewer $viewer, BridgeKind $kind): array {
		$holders = $this->sight->people($viewer, [$kind->facet(), 'seek', 'offer']);
		$people = array_filter(
			$holders[$kind->facet()],
			static fn (array $ids, string $term): bool => count($ids) >= TerritoryMap::FEW && $kind->has($term),
			ARRAY_FILTER_USE_BOTH,
		);
		$sides = array_map(
			static fn (array $side): array => $side + ['count' => count($people[$side['id']])],
			$this->sight->named(array_keys($people)),
		);
		$members = array_map(static fn (array $side): array => array_fill_keys($people[$side['id']], true), $sides);
		$groups = $this->sight->groups($viewer);
		$pairs = [];
		foreach ($sides as $b => $_) {
			for ($a = 0; $a < $b; $a++) {
				$common = count(array_filter($groups, static fn (array $group): bool => self::meet($members[$a], $members[$b], $group['members'])));
				$pairs[] = [
					'a' => $a,
					'b' => $b,
					'groups' => $common,
					'introductions' => $common > 0 ? [] : $this->introductions($holders, $members, $a, $b),
				];
			}
		}
		return ['sides' => $sides, 'pairs' => $pairs];
	}

	/**
	 * People on both sides do not count as a meeting: it takes one person from each.
	 *
	 * @param array<int, true> $a
	 * @param array<int, true> $b
	 * @param list<int> $group
	 */
	private static function meet(array $a, array $b, array $group): bool {
		$ofA = array_filter($group, static fn (int $id): bool => isset($a[$id]));
		$ofB = array_filter($group, static fn (int $id): bool => isset($b[$id]));
		return $ofA !== [] && $ofB !== [] && count(array_unique([...$ofA, ...$ofB])) > 1;
	}

	/**
	 * @param array<string, array<string, list<int>>> $holders ids of the people who seek and offer each theme
	 * @param list<array<int, true>> $members of each side
	 * @return list<array<string, mixed>>
	 */
	private function introductions(array $holders, array $members, int $a, int $b): array {
		$introductions = [];
		foreach ($this->sight->named(array_keys(array_intersect_key($holders['seek'], $holders['offer']))) as $theme) {
			foreach ([[$a, $b], [$b, $a]] as [$seeks, $offers]) {
				$seeking = array_intersect_key(array_flip($holders['seek'][$theme['id']]), $members[$seeks]);
				$offering = array_intersect_key(array_flip($holders['offer'][$theme['id']]), $members[$offers]);
				// The same minimum as on the maps, otherwise a sentence about a sector could be about one person.
				if (count($introductions) < self::INTRODUCTIONS && min(count($seeking), count($offering)) >= TerritoryMap::FEW) {
					$introductions[] = ['theme' => $theme, 'seeks' => $seeks, 'offers' => $offers];
				}
			}
		}
		return $introductions;
	}
}
