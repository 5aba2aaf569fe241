<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use IntlDateFormatter;
use OCP\IL10N;

/** Texts of one app in one language, from its l10n/LANGUAGE.json. */
class L10N implements IL10N {
	/** @param array<string, string|list<string>> $translations */
	public function __construct(
		private readonly string $language,
		private readonly string $locale,
		private readonly array $translations,
	) {
	}

	public function t(string $text, $parameters = []): string {
		$translated = $this->translations[$text] ?? $text;
		return vsprintf(is_array($translated) ? $translated[0] : $translated, (array)$parameters);
	}

	public function n(string $text_singular, string $text_plural, int $count, array $parameters = []): string {
		$forms = $this->translations["_{$text_singular}_::_{$text_plural}_"] ?? null;
		$text = is_array($forms)
			? $forms[$this->form($count)]
			: ($count === 1 ? $text_singular : $text_plural);
		return vsprintf(str_replace('%n', (string)$count, $text), $parameters);
	}

	/** Days in words, all that is asked for here. */
	public function l(string $type, $data, array $options = []) {
		$width = ($options['width'] ?? 'long') === 'full' ? IntlDateFormatter::FULL : IntlDateFormatter::LONG;
		return (string)(new IntlDateFormatter($this->locale, $width, IntlDateFormatter::NONE))->format($data);
	}

	public function getLanguageCode(): string {
		return $this->language;
	}

	public function getLocaleCode(): string {
		return $this->locale;
	}

	/** As in Nextcloud: whatever a language has for millions, it knows the first form and the second. */
	private function form(int $count): int {
		return $count === 1 || ($count === 0 && $this->language === 'fr') ? 0 : 1;
	}
}
