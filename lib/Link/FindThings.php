<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;

/** Finds things a person may link: by words, or by the address of a page. */
class FindThings {
	public function __construct(
		private readonly Types $types,
		private readonly ThingsByAddress $byAddress,
	) {
	}

	/**
	 * @param string $q words, or an address of this Nextcloud; empty: things close to the viewer
	 * @return list<Thing> the nearest first
	 */
	public function find(Viewer $viewer, string $q, ?ThingType $type): array {
		if (ThingsByAddress::isAddress($q)) {
			return $this->at($viewer, $q, $type);
		}
		$types = $type === null ? $this->types->all() : [$this->types->of($type)];
		$words = Fold::text($q);
		if ($q !== '' && $words === '') {
			return [];
		}
		$found = [];
		foreach (array_values($types) as $order => $linkable) {
			foreach ($linkable->search($viewer, $q, LinkRules::LIMITS['choices']) as $place => $thing) {
				$found[] = [[self::distance($words, Fold::text($thing->title)), $place, $order], $thing];
			}
		}
		usort($found, static fn (array $a, array $b): int => $a[0] <=> $b[0]);
		return array_slice(array_column($found, 1), 0, LinkRules::LIMITS['choices']);
	}

	/** How far a title is from the typed text: 0 equal, then starts with it, a word starts with it, anything else. */
	private static function distance(string $words, string $title): int {
		return match (true) {
			$title === $words => 0,
			str_starts_with($title, $words) => 1,
			str_contains(" $title", " $words") => 2,
			default => 3,
		};
	}

	/** @return list<Thing> the thing at the address */
	private function at(Viewer $viewer, string $address, ?ThingType $type): array {
		$ref = $this->byAddress->thing($address);
		$thing = $ref === null || ($type !== null && $ref->type !== $type) ? null : $this->types->one($viewer, $ref);
		return $thing === null ? [] : [$thing];
	}
}
