<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Map;

/** The kinds of differences between two groups of people. */
enum BridgeKind: string {
	case Sector = 'sector';
	case Departement = 'departement';

	public function facet(): string {
		return $this === self::Sector ? 'sector' : 'territory';
	}

	/** Whether a term of the facet has this kind. */
	public function has(string $term): bool {
		return $this === self::Sector || str_starts_with($term, 'departement:');
	}
}
