<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** “d’” and “qu’” before a name, in the languages that elide. As src/shared/lib/elision.ts: tests/fixtures/rules/elision.json checks both. */
final class Elision {
	/** What is elided, by language. */
	private const ELIDED = ['fr' => ['de', 'que'], 'oc' => ['de', 'que'], 'ca' => ['de']];

	/** Beginnings of French words whose h is pronounced: nothing is elided before them. */
	private const HEARD_H = '/^h(?:a(?!bi|lein|lluc|lter|mec|rmo)|ero[ns]|eriss|etre|eurt|ibou|ierarch|iss|ip ?hop|obb|ockey|omard|oll|on[gt]|ors|ott|ou|uit|url|utt|upp|ue)/';

	/**
	 * The words before a name, with the space or the apostrophe between them.
	 *
	 * @param string $language code of the language of the words
	 */
	public static function before(string $words, string $name, string $language): string {
		$elided = self::ELIDED[substr($language, 0, 2)] ?? [];
		return preg_match('/(?:^|\s)(de|que)\z/u', $words, $last) === 1 && in_array($last[1], $elided, true) && self::elides($name) ? substr($words, 0, -1) . '’' : "$words ";
	}

	private static function elides(string $name): bool {
		$folded = Fold::text($name);
		return preg_match('/^\p{L}/u', $name) === 1
			&& preg_match('/^(?:[aeiouh]|y(?![aeiou]))/', $folded) === 1
			&& preg_match(self::HEARD_H, $folded) !== 1
			&& preg_match('/^(?:onz|oui\b|ouist)/', $folded) !== 1;
	}
}
