<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use NumberFormatter;
use OCP\IL10N;

/** Numbers formatted in the reader's language, like n() of src/shared/l10n.ts. */
final class NumberFormat {
	/** @param string $text IL10N's text for a number of things */
	public static function text(IL10N $l, string $text, int $count): string {
		// Not every server has PHP's intl.
		if ($count < 1000 || !class_exists(NumberFormatter::class)) {
			return $text;
		}
		$written = (new NumberFormatter(TextLocale::of($l), NumberFormatter::DECIMAL))->format($count);
		return $written === false ? $text : implode($written, explode((string)$count, $text, 2));
	}
}
