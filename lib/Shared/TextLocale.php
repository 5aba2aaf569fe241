<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\IL10N;

/** The locale of numbers and dates in a text, like textLocale() of src/shared/l10n.ts. */
final class TextLocale {
	/**
	 * The reader's locale, unless it would put words of another language into the text, such as on a server with a French locale for everyone. No system
	 * has a locale for Occitan, which writes numbers as French does.
	 */
	public static function of(IL10N $l): string {
		$language = $l->getLanguageCode() === 'oc' ? 'fr' : $l->getLanguageCode();
		return preg_split('/[_-]/', $l->getLocaleCode())[0] === $language ? $l->getLocaleCode() : $language;
	}
}
