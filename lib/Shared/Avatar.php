<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Normalizer;

/** Initials and colour of a person, as in src/shared/lib/avatar.ts: tests/fixtures/rules/avatars.json checks both. */
final class Avatar {
	/** Nextcloud's 18 name colours: six steps each from purple to yellow, to blue and back. */
	private const COLOURS = [
		'#b6469d', '#bc5c91', '#c37285', '#c98879', '#d09e6d', '#d6b461',
		'#ddcb55', '#b8be68', '#93b27b', '#6ea68f', '#499aa2', '#248eb5',
		'#0082c9', '#1e78c1', '#3c6eba', '#5b64b3', '#795aab', '#9750a4',
	];

	/** At most two letters: of the first and the last word of a name. */
	public static function initials(string $name): string {
		$letters = [];
		foreach (preg_split('/\s+/u', $name, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $word) {
			if (preg_match('/[\p{L}\p{N}]/u', $word, $found) === 1) {
				$letters[] = $found[0];
			}
		}
		$chosen = count($letters) > 1 ? $letters[0] . $letters[count($letters) - 1] : $letters[0] ?? '?';
		return mb_strtoupper($chosen);
	}

	/** @return string #rrggbb, equal on every page and machine */
	public static function colour(string $name): string {
		$hash = 0;
		foreach (mb_str_split(mb_strtolower(Normalizer::normalize($name) ?: $name)) as $letter) {
			$hash = ($hash * 31 + mb_ord($letter)) & 0xFFFFFFFF;
		}
		return self::COLOURS[$hash % count(self::COLOURS)];
	}
}
