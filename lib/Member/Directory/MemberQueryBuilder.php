<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\Spelling;
use OCA\Reseau\Shared\Audience\Viewer;

/** Builds the query of a search among members. */
class MemberQueryBuilder {
	public function __construct(
		private readonly MemberQueryParser $parser,
		private readonly MemberFacets $facets,
		private readonly Spelling $spelling,
	) {
	}

	public function query(Viewer $viewer, Criteria $criteria): Query {
		$facets = $this->facets->meant($criteria->facets);
		$given = isset($facets['group']) ? ['group' => $this->facets->membersOf($viewer, $facets['group'])] : [];
		return new Query(MemberIndex::TYPE, $viewer, $this->parser->parser()->read($criteria->words), $facets, $given);
	}

	/** @return ?array{Query, array<string, string>} what Spelling::corrected() returns for a search without results */
	public function corrected(Query $query, Criteria $criteria): ?array {
		return $this->spelling->corrected($query, $this->parser->parser(), $criteria->words);
	}
}
