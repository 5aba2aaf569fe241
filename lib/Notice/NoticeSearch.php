<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Knowledge\InOtherWords;
use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Excerpt;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/**
 * Open notices that match words and criteria, as a viewer may find them. Counts, corrections and excerpts cover only notices whose author is shown; of notices
 * for the people of one group, only those of the viewer's groups.
 */
class NoticeSearch {
	public const DEFAULT_LIMIT = 20;

	/** NOTICE_SORTS of src/notice/model.ts. */
	private const SORTS = ['relevance', 'recent'];

	public function __construct(
		private readonly Notices $notices,
		private readonly NoticeQueries $queries,
		private readonly NoticeFacets $facets,
		private readonly NoticePresenter $presenter,
		private readonly Search $search,
		private readonly Excerpt $excerpt,
		private readonly InOtherWords $otherWords,
	) {
	}

	/**
	 * The requested criteria.
	 *
	 * @throws ReasonException those of Criteria
	 */
	public static function criteria(mixed $words, mixed $facets): Criteria {
		return Criteria::parse($words, $facets, NoticeFacets::ALL);
	}

	/**
	 * @throws ReasonException bad_limit
	 */
	public static function checkLimit(int $limit): int {
		return $limit >= 1 && $limit <= NoticeRules::LIMITS['page'] ? $limit : throw new ReasonException('bad_limit', details: ['max' => NoticeRules::LIMITS['page']]);
	}

	/**
	 * @param string $sort one of SORTS, or empty for the default; relevance only with words
	 * @param bool $near also results with only some of the words, if none has all
	 * @return array<string, mixed> NoticeListSchema of src/notice/model.ts
	 * @throws ReasonException unknown_sort · bad_cursor · bad_limit
	 */
	public function list(Viewer $viewer, Criteria $criteria, string $sort = '', string $cursor = '', int $limit = self::DEFAULT_LIMIT, bool $near = false): array {
		self::checkLimit($limit);
		if ($sort !== '' && !in_array($sort, self::SORTS, true)) {
			throw new ReasonException('unknown_sort', details: ['field' => 'sort']);
		}
		$query = $this->queries->query($viewer, $criteria);
		$order = $query->units === [] || $sort === 'recent' ? 'recent' : 'relevance';
		$answer = $this->search->find($query, $this->queries->parser(), $criteria->words, $order, $cursor, $limit, $near);
		$found = $this->inOrder($answer->page->ids);
		$alike = $cursor === '' ? $this->inOtherWords($viewer, $answer) : [];
		return [
			'notices' => $this->presenter->list($viewer, $found, $this->sentences($answer, $found)),
			'facets' => $cursor === '' ? $this->facets->choices($answer) : null,
			'total' => $answer->page->total,
			'next' => $answer->page->next,
		] + ($answer->near ? ['near' => true] : []) + ($alike === [] ? [] : ['alike' => $alike]) + $this->corrected($answer, $found);
	}

	/**
	 * The notices of the public showcase.
	 *
	 * @param mixed $facets only the kind
	 * @return array{notices: list<array<string, mixed>>, next: ?string, corrected?: list<array{from: string, to: string}>} as in NoticePresenter::showcase(); the
	 *         newest first without words
	 * @throws ReasonException those of Criteria · bad_cursor
	 */
	public function showcase(mixed $words, mixed $facets, string $cursor, int $limit = self::DEFAULT_LIMIT): array {
		$criteria = Criteria::parse($words, $facets, ['kind']);
		$query = $this->queries->query(Viewer::visitor(), $criteria);
		$answer = $this->search->find($query, $this->queries->parser(), $criteria->words, $query->units === [] ? 'recent' : 'relevance', $cursor, $limit, false);
		$found = $this->inOrder($answer->page->ids);
		return [
			'notices' => array_values(array_filter(array_map($this->presenter->showcase(...), $found))),
			'next' => $answer->page->next,
		] + $this->corrected($answer, $found);
	}

	/** @return list<array<string, mixed>> NoticeSummarySchema of notices that say the same in other words; none of the results */
	private function inOtherWords(Viewer $viewer, Answer $answer): array {
		$notices = [];
		$found = $this->otherWords->find($answer, function (array $ids) use (&$notices): array {
			$notices = $this->notices->some($ids);
			return array_map(static fn (AuthoredNotice $one): array => [['title', NoticeIndex::subjectText($one->notice)]], $notices);
		});
		return $this->presenter->list($viewer, array_map(static fn (int $id): AuthoredNotice => $notices[$id], array_keys($found)));
	}

	/**
	 * @param list<int> $ids
	 * @return list<AuthoredNotice>
	 */
	private function inOrder(array $ids): array {
		$found = $this->notices->some($ids);
		return array_values(array_filter(array_map(static fn (int $id): ?AuthoredNotice => $found[$id] ?? null, $ids)));
	}

	/**
	 * @param list<AuthoredNotice> $notices
	 * @return array{corrected?: list<array{from: string, to: string}>}
	 */
	private function corrected(Answer $answer, array $notices): array {
		return $answer->instead === [] ? [] : ['corrected' => $this->excerpt->asWritten($answer->instead, array_map(
			static fn (AuthoredNotice $one): string => implode("\n", [...NoticeIndex::texts($one->notice), ...array_column($one->notice->places(), 'name')]),
			$notices,
		))];
	}

	/**
	 * @param list<AuthoredNotice> $notices
	 * @return array<int, ?array{text: string, marks: list<array{int, int}>}> the words in their sentence, by notice; null if they are only in the title
	 */
	private function sentences(Answer $answer, array $notices): array {
		$found = [];
		foreach ($answer->query->units === [] ? [] : $notices as $one) {
			$fields = $answer->page->fields[$one->id()] ?? [];
			$texts = array_intersect_key(['text' => (string)$one->notice->getText(), 'free' => (string)$one->notice->getFree()], $fields);
			$places = isset($fields['territories']) ? array_column($one->notice->places(), 'name') : [];
			$found[$one->id()] = $this->excerpt->in([...array_merge(...array_map(Excerpt::sentences(...), array_values($texts))), ...$places], $answer->query->units);
		}
		return $found;
	}
}
