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
use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Shared\Audience\Viewer;

/** Builds the query of a search among members. */
class MemberQueryBuilder {
	public function __construct(
		private readonly MemberQueryParser $parser,
		private readonly MemberFacets $facets,
	) {
	}

	public function query(Viewer $viewer, Criteria $criteria): Query {
		$facets = $this->facets->meant($criteria->facets);
		$given = isset($facets['group']) ? ['group' => $this->facets->membersOf($viewer, $facets['group'])] : [];
		return new Query(MemberIndex::TYPE, $viewer, $this->parser()->read($criteria->words), $facets, $given, own: $viewer->memberId, narrowing: $criteria->narrowing);
	}

	/** The parser for the words of query(). */
	public function parser(): QueryParser {
		return $this->parser->parser();
	}
}
