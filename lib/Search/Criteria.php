<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/** The input of a search: words, and terms by facet. OR within a facet, AND across facets. */
final class Criteria {
	private const LONGEST = 200;
	private const MOST_WORDS = 16;
	private const MOST_TERMS = 50;
	private const LONGEST_TERM = 128;

	/**
	 * @param array<string, list<string>> $facets chosen terms by facet, none of them empty
	 * @param ?Narrowing $narrowing the part that is searched; null: everything
	 */
	public function __construct(
		public readonly string $words = '',
		public readonly array $facets = [],
		public readonly ?Narrowing $narrowing = null,
	) {
	}

	/** The criteria, within a part of all objects. */
	public function within(?Narrowing $narrowing): self {
		return new self($this->words, $this->facets, $narrowing);
	}

	/**
	 * @param list<string> $known existing facets
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · unknown_facet
	 */
	public static function parse(mixed $words, mixed $facets, array $known): self {
		$words = Fields::text($words ?? '', 'q', self::LONGEST);
		if (count(Tokenizer::asked($words)) > self::MOST_WORDS) {
			throw new ReasonException('too_many', details: ['field' => 'q', 'max' => self::MOST_WORDS]);
		}
		if (!is_array($facets ??= [])) {
			throw new ReasonException('wrong_type', details: ['field' => 'facet']);
		}
		$chosen = [];
		foreach ($facets as $facet => $terms) {
			if (!in_array($facet, $known, true)) {
				throw new ReasonException('unknown_facet', details: ['field' => 'facet.' . mb_scrub(mb_substr((string)$facet, 0, 64))]);
			}
			if (!is_array($terms)) {
				throw new ReasonException('wrong_type', details: ['field' => "facet.$facet"]);
			}
			if (count($terms) > self::MOST_TERMS) {
				throw new ReasonException('too_many', details: ['field' => "facet.$facet", 'max' => self::MOST_TERMS]);
			}
			$chosen[$facet] = array_values(array_unique(array_map(
				static fn (mixed $term): string => Fields::text($term, "facet.$facet", self::LONGEST_TERM),
				$terms,
			)));
		}
		return new self(trim($words), array_filter($chosen));
	}
}
