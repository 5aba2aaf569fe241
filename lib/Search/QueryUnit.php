<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/**
 * One word of a search, or several that form a glossary name, with all alternatives: an object matches it through any of them.
 */
final class QueryUnit {
	/**
	 * @param string $written as written in the search
	 * @param array<string, float> $tokens weight of each, 1 for the word's own
	 * @param ?string $prefix tokens with this prefix match too
	 * @param list<list<string>> $phrases tokens that must all be in one field
	 * @param array<string, list<string>> $terms terms by facet
	 * @param list<self> $parts for a unit of several words, the words that must all match
	 */
	public function __construct(
		public readonly string $written,
		public array $tokens = [],
		public readonly ?string $prefix = null,
		public array $phrases = [],
		public array $terms = [],
		public readonly array $parts = [],
	) {
	}

	/** Weight of a token for this unit, 0 if it does not match. */
	public function counts(string $token): float {
		$counts = $this->tokens[$token] ?? 0.0;
		if ($counts === 0.0 && $this->prefix !== null && str_starts_with($token, $this->prefix)) {
			$counts = QueryParser::GOES_ON;
		}
		foreach ($this->parts as $part) {
			$counts = max($counts, $part->counts($token));
		}
		return $counts;
	}
}
