<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCP\IURLGenerator;

/** What somebody may link: by words, or by the address of its page. */
class FindThings {
	public function __construct(
		private readonly Types $types,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * @param string $q words, or an address of this Nextcloud; empty: what is near to the viewer
	 * @return list<Thing> the nearest first
	 */
	public function find(Viewer $viewer, string $q, ?ThingType $type): array {
		$types = $type === null ? $this->types->all() : [$this->types->of($type)];
		$path = $this->path($q);
		if ($path !== null) {
			return $this->at($viewer, $path, $types);
		}
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

	/** How far a title is from what was typed: 0 the same, then its beginning, the beginning of a word of it, anything else. */
	private static function distance(string $words, string $title): int {
		return match (true) {
			$title === $words => 0,
			str_starts_with($title, $words) => 1,
			str_contains(" $title", " $words") => 2,
			default => 3,
		};
	}

	/**
	 * @param array<array-key, Linkable> $types
	 * @return list<Thing> the one at the address
	 */
	private function at(Viewer $viewer, string $path, array $types): array {
		foreach ($types as $linkable) {
			$id = $linkable->idAt($path);
			$thing = $id === null ? null : $linkable->known($viewer, [$id])[$id] ?? null;
			if ($thing !== null) {
				return [$thing];
			}
		}
		return [];
	}

	/** @return ?string path within this Nextcloud; empty: an address of elsewhere; null: no address */
	private function path(string $q): ?string {
		$here = rtrim($this->urls->getAbsoluteURL('/'), '/');
		$full = preg_match('~^https?://~i', $q) === 1;
		if (!$full && preg_match('~^/\S~', $q) !== 1) {
			return null;
		}
		// Whether it was copied with or without encryption makes no other address.
		$bare = static fn (string $url): string => (string)preg_replace('~^https?://~i', '', $url);
		$root = (string)parse_url($here, PHP_URL_PATH);
		$rest = match (true) {
			$full => str_starts_with(mb_strtolower($bare($q)) . '/', mb_strtolower($bare($here)) . '/') ? substr($bare($q), strlen($bare($here))) : '',
			$root !== '' && str_starts_with($q, "$root/") => substr($q, strlen($root)),
			default => $q,
		};
		$path = (string)preg_replace('~[?#].*$~s', '', $rest);
		return str_starts_with($path, '/index.php/') ? substr($path, strlen('/index.php')) : $path;
	}
}
