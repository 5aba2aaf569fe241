<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Search\FacetCounts;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Vocabulary\Vocabulary;

/** How many people have a term, and which custom words they wrote: counted like the directory's criteria, for one viewer. */
class TermUse {
	/** Facets that may hold a term of a list. */
	private const FACETS = ['values' => ['value'], 'sectors' => ['sector', 'theme'], 'themes' => ['theme'], 'publics' => ['theme']];

	/** Facets that custom words are in, by the list they are proposed for; a need or offer may be about any subject. */
	public const WRITTEN_IN = ['values' => 'value', 'sectors' => 'sector', 'themes' => 'theme'];

	/** Groups of custom words in one response. */
	private const MOST = 300;

	public function __construct(
		private readonly Viewers $viewers,
		private readonly Vocabulary $vocabulary,
		private readonly Finder $finder,
		private readonly FacetCounts $counts,
	) {
	}

	/**
	 * @param array<string, list<string>> $ids of terms by list
	 * @return array<array-key, int> people by id
	 */
	public function counts(string $uid, array $ids): array {
		$everybody = self::everybody($this->viewers->of($uid));
		$counts = [];
		foreach (array_intersect_key($ids, self::FACETS) as $list => $its) {
			$facets = self::FACETS[$list];
			$counted = count($facets) === 1 ? $this->counts->unchosen($everybody, $facets[0])[$facets[0]] ?? [] : $this->counts->ofAny($everybody, $facets, $its);
			$counts += array_intersect_key($counted, array_flip($its));
		}
		return $counts;
	}

	/** @return array{list<array{list: string, words: list<array{word: string, count: int}>, count: int}>, bool} most used first, and whether there are more */
	public function ownWords(string $uid): array {
		$viewer = $this->viewers->of($uid);
		$groups = [];
		foreach (self::WRITTEN_IN as $list => $facet) {
			$counts = $this->counts->unchosen(self::everybody($viewer), $facet)[$facet] ?? [];
			$alike = [];
			foreach ($this->vocabulary->custom(array_map(strval(...), array_keys($counts))) as $word) {
				$alike[self::likeness($word)][] = ['word' => $word, 'count' => $counts[$word]];
			}
			foreach ($alike as $words) {
				usort($words, static fn (array $a, array $b): int => [-$a['count'], Fold::text($a['word'])] <=> [-$b['count'], Fold::text($b['word'])]);
				$groups[] = ['list' => $list, 'words' => $words, 'count' => $this->people($viewer, $facet, $words)];
			}
		}
		usort($groups, static fn (array $a, array $b): int => [-$a['count'], Fold::text($a['words'][0]['word'])] <=> [-$b['count'], Fold::text($b['words'][0]['word'])]);
		return [array_slice($groups, 0, self::MOST), count($groups) > self::MOST];
	}

	/** @param non-empty-list<array{word: string, count: int}> $words */
	private function people(Viewer $viewer, string $facet, array $words): int {
		// A person may have written two of them.
		return count($words) === 1 ? $words[0]['count'] : $this->finder->count(
			new Query(MemberIndex::TYPE, $viewer, [], [$facet => array_column($words, 'word')]),
		);
	}

	/** Equal for words that differ by case, accents, plural or small words. */
	private static function likeness(string $word): string {
		$tokens = array_map(Tokenizer::token(...), Tokenizer::of($word));
		return $tokens === [] ? Fold::text($word) : implode(' ', $tokens);
	}

	private static function everybody(Viewer $viewer): Query {
		return new Query(MemberIndex::TYPE, $viewer, [], []);
	}
}
