<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Map;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Territory\Territories;

/** Where people are: only places with so many people that no individual is identified. */
class TerritoryMap {
	/** MAP_LIMITS of src/map/model.ts: tests/fixtures/rules/map-limits.json checks both. */
	public const FEW = 5;

	public function __construct(
		private readonly Sight $sight,
		private readonly Territories $territories,
	) {
	}

	/** @return list<array<string, mixed>> TerritoriesSchema of src/map/model.ts: by kind, then by name */
	public function of(Viewer $viewer): array {
		$many = array_filter($this->sight->people($viewer, ['territory'])['territory'], static fn (array $ids): bool => count($ids) >= self::FEW);
		$places = [];
		foreach ($this->sight->named(array_keys($many)) as ['id' => $term, 'label' => $name]) {
			[$kind, $code] = explode(':', $term, 2);
			if ($kind === 'departement' || $kind === 'commune') {
				$around = array_column($this->territories->around($kind, $code), 'code', 'kind');
				$places[] = ['code' => $code, 'kind' => $kind, 'name' => $name, 'departement' => $around['departement'] ?? $code, 'count' => count($many[$term])];
			}
		}
		usort($places, static fn (array $a, array $b): int => $b['kind'] <=> $a['kind']);
		return $places;
	}
}
