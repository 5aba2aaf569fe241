<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Meaning;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Search\Alike;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/**
 * “This may already exist”: open notices that want or give the same as the one that is being written, or answer it: a person who needs something may find that
 * it is offered. What a title is about decides, as for matches; words that both have support it, and decide only if the titles are nearly the same. Nothing is found
 * rather than something else.
 */
class SimilarNotices {
	private const ANSWERED_BY = ['need' => 'offer', 'offer' => 'need'];
	/** Longest id of the vocabulary. */
	private const TERM = 128;
	/** Notices that are read: of those that are about the same, and of those that have the words. */
	private const CANDIDATES = 20;
	/** How much a notice is about the same at least to be read, by its strongest situations (Alike::findSimilar()). */
	private const LEAST = 500;
	/** Two titles that have at least this share of their words together are written nearly the same. */
	private const SAME_TITLE = 0.5;
	/** What equal words add to what both are about, by their share; and how much both are about the same at least, whatever the words. */
	private const SAME_WORDS = 0.5;
	private const SAME_SUBJECT = 0.08;

	public function __construct(
		private readonly Notices $notices,
		private readonly NoticeQueries $queries,
		private readonly NoticePresenter $presenter,
		private readonly Search $search,
		private readonly Alike $alike,
		private readonly KnowledgeBase $knowledge,
	) {
	}

	/**
	 * @return array{notices: list<array<string, mixed>>} SimilarNoticesSchema of src/notice/model.ts, the most similar first
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · unknown_kind
	 */
	public function find(Viewer $viewer, mixed $title, mixed $kind, mixed $terms): array {
		$title = Fields::text($title ?? '', 'title', NoticeRules::LIMITS['title']);
		$kind = $kind === null || $kind === '' ? null : NoticeRules::kind($kind);
		$terms = Fields::words($terms ?? [], 'term', NoticeRules::LIMITS['terms'], self::TERM);
		$kinds = $kind === null ? [] : ['kind' => array_values(array_filter([$kind, self::ANSWERED_BY[$kind] ?? null]))];
		// Equal terms are all there is if there are no words.
		$found = trim($title) === '' ? $this->withTerms($viewer, $kinds, $terms) : $this->like($viewer, $title, $kind, $kinds);
		return ['notices' => $this->presenter->list($viewer, array_slice($found, 0, NoticeRules::LIMITS['similar']))];
	}

	/**
	 * @param array<string, list<string>> $kinds as a criterion; none: all
	 * @param list<string> $terms
	 * @return list<AuthoredNotice> the latest first
	 */
	private function withTerms(Viewer $viewer, array $kinds, array $terms): array {
		return $terms === [] ? [] : $this->some($this->meeting($viewer, new Criteria('', $kinds + ['term' => $terms])));
	}

	/**
	 * @param array<string, list<string>> $kinds as a criterion; none: all
	 * @return list<AuthoredNotice> the most similar first
	 */
	private function like(Viewer $viewer, string $title, ?string $kind, array $kinds): array {
		$side = self::side($kind);
		$mine = $this->knowledge->get()->readText($title, $side);
		$about = $this->knowledge->get()->subjectsOf($mine);
		$ids = $about === [] ? [] : $this->alike->findSimilar($this->queries->query($viewer, new Criteria('', $kinds)), $about, self::LEAST, self::CANDIDATES, []);
		$found = [];
		foreach ($this->some([...$ids, ...$this->meeting($viewer, new Criteria($title, $kinds))]) as $one) {
			$similarity = $this->similarity($title, $mine, $side, $one->notice);
			if ($similarity !== null) {
				$found[] = [$similarity, (int)$one->notice->getId(), $one];
			}
		}
		usort($found, static fn (array $a, array $b): int => [$b[0], $b[1]] <=> [$a[0], $a[1]]);
		return array_column($found, 2);
	}

	/** @return ?float the more, the more similar; null: something else */
	private function similarity(string $title, Meaning $mine, Side $side, Notice $notice): ?float {
		[$words, $others] = [self::words($title), self::words($notice->getTitle())];
		$same = count(array_intersect_key($words, $others)) / max(1, count($words + $others));
		$its = self::side($notice->getKind());
		$theirs = $this->knowledge->get()->readText($notice->getTitle(), $its);
		$about = match (true) {
			$its === $side => $mine->resembles($theirs),
			$side === Side::Need => $mine->fit($theirs),
			default => $theirs->fit($mine),
		};
		$similarity = $about + self::SAME_WORDS * $same;
		return $same >= self::SAME_TITLE || ($about >= self::SAME_SUBJECT && $similarity >= Meaning::SURE) ? $similarity : null;
	}

	/** What is no offer asks for something. */
	private static function side(?string $kind): Side {
		return $kind === 'offer' ? Side::Help : Side::Need;
	}

	/** @return array<array-key, true> without everyday words */
	private static function words(string $text): array {
		return array_fill_keys(array_map(static fn (array $word): string => Tokenizer::token($word[1]), Tokenizer::asked($text)), true);
	}

	/** @return list<int> the nearest, or else the latest, first */
	private function meeting(Viewer $viewer, Criteria $criteria): array {
		$query = $this->queries->query($viewer, $criteria);
		if ($query->units === [] && $criteria->words !== '') {
			return [];
		}
		$order = $query->units === [] ? 'recent' : 'relevance';
		return $this->search->find($query, $this->queries->parser(), $criteria->words, $order, '', self::CANDIDATES)->page->ids;
	}

	/**
	 * @param list<int> $ids
	 * @return list<AuthoredNotice> in this order
	 */
	private function some(array $ids): array {
		$some = $this->notices->some(array_values(array_unique($ids)));
		return array_values(array_filter(array_map(static fn (int $id): ?AuthoredNotice => $some[$id] ?? null, array_unique($ids))));
	}
}
