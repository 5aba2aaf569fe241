<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** The beginning of a text, in one line, with items of a list separated by ·, cut as by src/shared/lib/cut.ts. */
final class Excerpt {
	/** @param int $most characters, with the ellipsis */
	public static function of(string $text, int $most): string {
		$line = trim((string)preg_replace(['/\n[ \t]*[-*•][ \t]+/u', '/\s+/u'], [' · ', ' '], $text));
		if (mb_strlen($line) <= $most) {
			return $line;
		}
		$kept = mb_substr($line, 0, $most - 1);
		// The word at the cut is left out completely, unless too little would remain.
		$whole = mb_substr($line, $most - 1, 1) === ' ' ? $kept : (string)mb_strrchr($kept, ' ', true);
		return self::withEllipsis(mb_strlen($whole) * 3 >= $most * 2 ? $whole : $kept);
	}

	/** The beginning of a text that continues, with an ellipsis in place of trailing punctuation. */
	public static function withEllipsis(string $beginning): string {
		return (string)preg_replace('/(?<![\s,;:.…·•–—([{«“„-])[\s,;:.…·•–—([{«“„-]+\z/u', '', $beginning) . '…';
	}
}
