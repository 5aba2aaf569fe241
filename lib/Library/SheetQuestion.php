<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Hits;
use OCA\Reseau\Search\Spelling;
use OCA\Reseau\Search\Unit;
use OCA\Reseau\Shared\Audience\Viewer;

/** From what somebody looks for in the library to what is searched for, among the sheets of files they have. */
class SheetQuestion {
	public function __construct(
		private readonly SheetLexicon $lexicon,
		private readonly SheetFacets $facets,
		private readonly Finder $finder,
		private readonly Spelling $spelling,
	) {
	}

	/** @param ?list<int> $within sheets whose files the viewer has; null: all there are */
	public function hits(Viewer $viewer, Criteria $criteria, ?array $within): Hits {
		return $this->make($viewer, $this->lexicon->lexicon()->read($criteria->words), $this->facets->meant($criteria->facets), $within);
	}

	/**
	 * Every word without a hit of its own is taken for the nearest that has one.
	 *
	 * @param Hits $hits of the criteria, which found nothing
	 * @return ?array{Hits, array<string, string>} what finds something, and the tokens searched for instead, by word as it was written; null
	 *                                             where nothing does
	 */
	public function corrected(Hits $hits, Criteria $criteria): ?array {
		$lexicon = $this->lexicon->lexicon();
		$instead = [];
		foreach ($hits->units as $unit) {
			foreach ($unit->parts === [] ? [$unit] : $unit->parts as $word) {
				$isThere = $this->finder->ids($this->make($hits->viewer, [$word], [], $hits->within), 0) !== [];
				$token = $isThere ? null : $this->spelling->nearest($hits, $word->written, $lexicon->tokens());
				$instead += $token === null ? [] : [$word->written => $token];
			}
		}
		if ($instead === []) {
			return null;
		}
		$better = $this->make($hits->viewer, $lexicon->read($criteria->words, $instead), $hits->facets, $hits->within);
		return $this->finder->ids($better, 0) !== [] ? [$better, $instead] : null;
	}

	/** The same without one criterion. */
	public function withoutFacet(Hits $hits, string $facet): Hits {
		return $this->make($hits->viewer, $hits->units, array_diff_key($hits->facets, [$facet => 0]), $hits->within);
	}

	/**
	 * @param list<Unit> $units
	 * @param array<string, list<string>> $facets
	 * @param ?list<int> $within
	 */
	private function make(Viewer $viewer, array $units, array $facets, ?array $within): Hits {
		return new Hits(SheetIndex::TYPE, $viewer, $units, $facets, [], $within);
	}
}
