<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Hits;
use OCA\Reseau\Search\Spelling;
use OCA\Reseau\Shared\Audience\Viewer;

/** From what somebody looks for among members to what is searched for. */
class MemberQuestion {
	public function __construct(
		private readonly MemberLexicon $lexicon,
		private readonly MemberFacets $facets,
		private readonly Spelling $spelling,
	) {
	}

	public function hits(Viewer $viewer, Criteria $criteria): Hits {
		$facets = $this->facets->meant($criteria->facets);
		$given = isset($facets['group']) ? ['group' => $this->facets->membersOf($viewer, $facets['group'])] : [];
		return new Hits(MemberIndex::TYPE, $viewer, $this->lexicon->lexicon()->read($criteria->words), $facets, $given);
	}

	/** @return ?array{Hits, array<string, string>} what Spelling::corrected() tells of a question that found nobody */
	public function corrected(Hits $hits, Criteria $criteria): ?array {
		return $this->spelling->corrected($hits, $this->lexicon->lexicon(), $criteria->words);
	}
}
