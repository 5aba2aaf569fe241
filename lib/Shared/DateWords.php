<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use DateTime;
use IntlDateFormatter;
use OCP\IL10N;

/** A day in words, in the language of the text around it, like dateWords() of src/shared/l10n.ts. */
final class DateWords {
	/** Months and days in Occitan, for which neither Nextcloud nor PHP has words. src/shared/lib/occitan.ts has them too. */
	private const MONTHS = ['genièr', 'febrièr', 'març', 'abril', 'mai', 'junh', 'julhet', 'agost', 'setembre', 'octobre', 'novembre', 'decembre'];
	private const WEEKDAYS = ['dimenge', 'diluns', 'dimars', 'dimècres', 'dijòus', 'divendres', 'dissabte'];

	/**
	 * “24 novembre 2026”, “1er novembre 2026”.
	 *
	 * @param string $day YYYY-MM-DD
	 */
	public static function long(IL10N $l, string $day): string {
		return self::write($l, $day, 'long');
	}

	/**
	 * “mardi 24 novembre 2026”.
	 *
	 * @param string $day YYYY-MM-DD
	 */
	public static function full(IL10N $l, string $day): string {
		return self::write($l, $day, 'full');
	}

	/** @param 'long'|'full' $width */
	private static function write(IL10N $l, string $day, string $width): string {
		$date = new DateTime("$day 12:00");
		if ($l->getLanguageCode() === 'oc') {
			$month = self::MONTHS[(int)$date->format('n') - 1];
			return ($width === 'full' ? self::WEEKDAYS[(int)$date->format('w')] . ' ' : '')
				. $date->format('j') . (preg_match('/^[ao]/', $month) === 1 ? ' d’' : ' de ') . $month . $date->format(' \d\e Y');
		}
		$locale = TextLocale::of($l);
		// Nextcloud writes days for the reader's locale only. Not every server has PHP's intl.
		$words = $locale === $l->getLocaleCode() || !class_exists(IntlDateFormatter::class)
			? (string)$l->l('date', $date, ['width' => $width])
			: (string)(new IntlDateFormatter($locale, $width === 'full' ? IntlDateFormatter::FULL : IntlDateFormatter::LONG, IntlDateFormatter::NONE))->format($date);
		// French has an ordinal for the first of a month, but its locale data does not.
		return str_starts_with($locale, 'fr') ? (string)preg_replace('/(?<!\d)1(?= \p{L})/u', '1er', $words) : $words;
	}
}
