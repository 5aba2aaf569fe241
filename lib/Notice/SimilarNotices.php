<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/**
 * “This may already exist”: open notices that resemble the one that is being written, by the words of its title and by its terms. They have the kind that is
 * written, or the kind that answers it: a person who needs something may find that it is offered.
 */
class SimilarNotices {
	private const ANSWERED_BY = ['need' => 'offer', 'offer' => 'need'];
	/** Longest id of the vocabulary. */
	private const TERM = 128;

	public function __construct(
		private readonly Notices $notices,
		private readonly NoticeQueries $queries,
		private readonly NoticePresenter $presenter,
		private readonly Search $search,
	) {
	}

	/**
	 * @return array{notices: list<array<string, mixed>>} SimilarNoticesSchema of src/notice/model.ts
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · unknown_kind
	 */
	public function find(Viewer $viewer, mixed $title, mixed $kind, mixed $terms): array {
		$title = Fields::text($title ?? '', 'title', NoticeRules::LIMITS['title']);
		$kind = $kind === null || $kind === '' ? null : NoticeRules::kind($kind);
		$terms = Fields::words($terms ?? [], 'term', NoticeRules::LIMITS['terms'], self::TERM);
		$kinds = $kind === null ? [] : ['kind' => array_values(array_filter([$kind, self::ANSWERED_BY[$kind] ?? null]))];
		$found = $this->meeting($viewer, new Criteria($title, $kinds), $title !== '');
		// Equal words alone may mean something else; equal terms alone are all that is left if there are no words.
		$byTerms = $terms === [] ? [] : $this->meeting($viewer, new Criteria('', $kinds + ['term' => $terms]), true);
		$both = array_values(array_intersect($found, $byTerms));
		$ids = array_slice(array_values(array_unique([...$both, ...$found, ...$byTerms])), 0, NoticeRules::LIMITS['similar']);
		$some = $this->notices->some($ids);
		return ['notices' => $this->presenter->list($viewer, array_values(array_filter(array_map(static fn (int $id): ?AuthoredNotice => $some[$id] ?? null, $ids))))];
	}

	/** @return list<int> the nearest first */
	private function meeting(Viewer $viewer, Criteria $criteria, bool $asked): array {
		if (!$asked) {
			return [];
		}
		$query = $this->queries->query($viewer, $criteria);
		if ($query->units === [] && $criteria->words !== '') {
			return [];
		}
		$order = $query->units === [] ? 'recent' : 'relevance';
		return $this->search->find($query, $this->queries->parser(), $criteria->words, $order, '', NoticeRules::LIMITS['similar'])->page->ids;
	}
}
