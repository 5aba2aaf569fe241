<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** The beginning of a text, in one line, with items of a list separated by ·, cut between two words unless that would lose more than half of it. */
final class Excerpt {
	/** @param int $most characters, before the ellipsis */
	public static function of(string $text, int $most): string {
		$line = trim((string)preg_replace(['/\n[ \t]*[-*•][ \t]+/u', '/\s+/u'], [' · ', ' '], $text));
		if (mb_strlen($line) <= $most) {
			return $line;
		}
		$kept = mb_substr($line, 0, $most);
		$words = rtrim((string)mb_strrchr($kept, ' ', true));
		return (mb_strlen($words) * 2 >= $most ? $words : rtrim($kept)) . '…';
	}
}
