<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Shared\Audience\Viewer;

/** Builds the query of a library search, over the sheets of files the viewer has. */
class SheetQueryBuilder {
	public function __construct(
		private readonly SheetQueryParser $parser,
		private readonly SheetFacets $facets,
	) {
	}

	/** @param ?list<int> $within sheets whose files the viewer has; null: all of them */
	public function query(Viewer $viewer, Criteria $criteria, ?array $within): Query {
		return new Query(SheetIndex::TYPE, $viewer, $this->parser()->read($criteria->words), $this->facets->meant($criteria->facets), [], $within, narrowing: $criteria->narrowing);
	}

	/** The parser for the words of query(). */
	public function parser(): QueryParser {
		return $this->parser->parser();
	}
}
