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
			? $forms[min($this->form($count), count($forms) - 1)]
			: ($count === 1 ? $text_singular : $text_plural);
		return vsprintf(str_replace('%n', (string)$count, $text), $parameters);
	}

	/** Days in words, all that is asked for here. */
	public function l(string $type, $data, array $options = []) {
		return (string)(new IntlDateFormatter($this->locale, IntlDateFormatter::LONG, IntlDateFormatter::NONE))->format($data);
	}

	public function getLanguageCode(): string {
		return $this->language;
	}

	public function getLocaleCode(): string {
		return $this->locale;
	}

	/** French has three forms: 0 and 1, whole millions, the others. */
	private function form(int $count): int {
		if ($this->language !== 'fr') {
			return $count === 1 ? 0 : 1;
		}
		return match (true) {
			$count === 0 || $count === 1 => 0,
			$count % 1000000 === 0 => 1,
			default => 2,
		};
	}
}
