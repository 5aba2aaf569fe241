<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** The beginning of a text, in one line, items of a list separated by ·, cut as by src/shared/lib/cut.ts. */
final class Excerpt {
	/** @param int $most characters, with the ellipsis */
	public static function of(string $text, int $most): string {
		$line = trim((string)preg_replace(['/\n[ \t]*[-*•][ \t]+/u', '/\s+/u'], [' · ', ' '], $text));
		if (mb_strlen($line) <= $most) {
			return $line;
		}
		$kept = mb_substr($line, 0, $most - 1);
		// The word under the cut goes as a whole, unless little would be left.
		$whole = mb_substr($line, $most - 1, 1) === ' ' ? $kept : (string)mb_strrchr($kept, ' ', true);
		return self::withEllipsis(mb_strlen($whole) * 3 >= $most * 2 ? $whole : $kept);
	}

	/** The beginning of a text that goes on, without what would only lead there: an ellipsis stands for it. */
	public static function withEllipsis(string $beginning): string {
		return (string)preg_replace('/(?<![\s,;:.…·•–—([{«“„-])[\s,;:.…·•–—([{«“„-]+\z/u', '', $beginning) . '…';
	}
}
