<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/** Themes that a person may want to choose for their text: one word that belongs to a theme is enough, as the person decides. */
class ThemeSuggestions {
	/** Characters read; what people seek, offer or announce is shorter. */
	private const LONGEST = 2000;
	private const MOST = 3;

	public function __construct(
		private readonly Vocabulary $vocabulary,
	) {
	}

	/**
	 * @return list<string> ids of themes that can be chosen, those with most words in the text first
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public function of(mixed $text): array {
		$tokens = array_fill_keys(array_map(Tokenizer::token(...), Tokenizer::of(Fields::text($text, 'text', self::LONGEST))), true);
		$phrases = $this->vocabulary->remember('theme suggestions', fn (): array => Themes::fold($this->words()));
		$found = array_map(count(...), (new Themes($phrases))->in($tokens));
		arsort($found);
		return array_slice(array_values(array_intersect(array_map(strval(...), array_keys($found)), $this->vocabulary->offered(Vocabulary::THEMES))), 0, self::MOST);
	}

	/** @return array<array-key, list<string>> words that belong to each theme, and its names */
	private function words(): array {
		$words = $this->vocabulary->themeWords();
		foreach ($this->vocabulary->names(TermRules::LANGUAGES)[Vocabulary::THEMES] as [$id, $name]) {
			$words[$id][] = $name;
		}
		return $words;
	}
}
