<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Vocabulary\Lexicon;
use OCA\Reseau\Vocabulary\Vocabulary;

/** Builds the query of a search among the open notices a viewer may find. Words also mean the labels of the vocabulary and the glossary. */
class NoticeQueries {
	public function __construct(
		private readonly NoticeMapper $notices,
		private readonly Vocabulary $vocabulary,
		private readonly Lexicon $lexicon,
		private readonly Days $days,
	) {
	}

	public function query(Viewer $viewer, Criteria $criteria): Query {
		$facets = $criteria->facets;
		if (isset($facets['term'])) {
			// The address may be from before some terms were merged.
			$facets['term'] = $this->vocabulary->resolveAll($facets['term']);
		}
		return new Query(
			NoticeIndex::TYPE,
			$viewer,
			$this->parser()->read($criteria->words),
			$facets,
			within: $viewer->public ? array_column($this->notices->rowsPublic($this->days->today(uid: '')), 'id') : null,
			hidden: $viewer->public ? null : $this->notices->idsUnlisted($viewer),
			narrowing: $criteria->narrowing,
		);
	}

	/** What query() parses words with. */
	public function parser(): QueryParser {
		return $this->lexicon->ofSubjects(NoticeIndex::TYPE);
	}
}
