<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Hits;
use OCA\Reseau\Search\Spelling;
use OCA\Reseau\Search\Unit;
use OCA\Reseau\Search\Words;
use OCA\Reseau\Shared\Audience\Viewer;

/** From what somebody looks for among members to what is searched for. */
class MemberQuestion {
	public function __construct(
		private readonly MemberLexicon $lexicon,
		private readonly MemberFacets $facets,
		private readonly Finder $finder,
		private readonly Spelling $spelling,
	) {
	}

	public function hits(Viewer $viewer, Criteria $criteria): Hits {
		return $this->make($viewer, $this->lexicon->lexicon()->read($criteria->words), $this->facets->meant($criteria->facets));
	}

	/**
	 * Every word without a hit of its own is taken for the nearest that has one.
	 *
	 * @param Hits $hits of the criteria, which found nobody
	 * @return ?array{Hits, array<string, string>} what finds somebody, and the tokens searched for instead, by word as it was
	 *                                             written; null where nothing does
	 */
	public function corrected(Hits $hits, Criteria $criteria): ?array {
		// Whoever writes “quand” means no other word.
		if (Words::tellNothing($criteria->words)) {
			return null;
		}
		$lexicon = $this->lexicon->lexicon();
		$instead = [];
		foreach ($hits->units as $unit) {
			foreach ($unit->parts === [] ? [$unit] : $unit->parts as $word) {
				$isThere = $this->finder->ids($this->make($hits->viewer, [$word], []), 0) !== [];
				$token = $isThere ? null : $this->spelling->nearest($hits, $word->written, $lexicon->tokens());
				$instead += $token === null ? [] : [$word->written => $token];
			}
		}
		if ($instead === []) {
			return null;
		}
		$better = $this->make($hits->viewer, $lexicon->read($criteria->words, $instead), $hits->facets);
		return $this->finder->ids($better, 0) !== [] ? [$better, $instead] : null;
	}

	/** The same without one criterion. */
	public function withoutFacet(Hits $hits, string $facet): Hits {
		return $this->make($hits->viewer, $hits->units, array_diff_key($hits->facets, [$facet => 0]));
	}

	/**
	 * The same with some of the words only.
	 *
	 * @param list<Unit> $units
	 */
	public function withWords(Hits $hits, array $units): Hits {
		return $this->make($hits->viewer, $units, $hits->facets);
	}

	/**
	 * @param list<Unit> $units
	 * @param array<string, list<string>> $facets
	 */
	private function make(Viewer $viewer, array $units, array $facets): Hits {
		return new Hits(MemberIndex::TYPE, $viewer, $units, $facets, isset($facets['group'])
			? ['group' => $this->facets->membersOf($viewer, $facets['group'])]
			: []);
	}
}
