<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/**
 * One word of a question, or several that the glossary knows as one, with everything that stands for it: an object
 * meets it by any of them.
 */
final class QueryUnit {
	/**
	 * @param string $written as it was asked
	 * @param array<string, float> $tokens how much each counts, the word's own 1
	 * @param ?string $prefix tokens that begin so stand for it too
	 * @param list<list<string>> $phrases tokens that must stand together in one field
	 * @param array<string, list<string>> $terms terms by facet
	 * @param list<self> $parts words that must all be met, of a unit of several
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

	/** How much a token counts for this unit, 0 where it does not stand for it. */
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
