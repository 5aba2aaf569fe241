<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Shared\NumberFormat;
use OCP\IL10N;

/**
 * Directory texts shown before the page's scripts are loaded: the same words as src/member/ui/directory/words.ts;
 * tests/fixtures/rules/directory-words.json checks both.
 */
class DirectoryWords {
	public function __construct(
		private readonly IL10N $l,
	) {
	}

	/** Label of a criterion. */
	public function facet(string $facet): string {
		return match ($facet) {
			'territory' => $this->l->t('Territory'),
			'sector' => $this->l->t('Sector'),
			'value' => $this->l->t('Values'),
			'theme' => $this->l->t('Themes'),
			'seek' => $this->l->t('Seeks'),
			'offer' => $this->l->t('Offers'),
			'group' => $this->l->t('Group'),
			'kind' => $this->l->t('Kind of card'),
			default => '',
		};
	}

	/** Label of a criterion with the number of selected choices. */
	public function facetTitle(string $facet, int $chosen): string {
		return $this->titled($this->facet($facet), $chosen);
	}

	/** The label of any criterion with the number of its selected choices. */
	public function titled(string $criterion, int $chosen): string {
		return $chosen === 0 ? $criterion : CardWords::fill(
			$this->l->n('{criterion}: %n chosen', '{criterion}: %n chosen', $chosen),
			['criterion' => $criterion],
		);
	}

	/** The button that opens all criteria on a narrow page. */
	public function criteria(int $chosen): string {
		return $chosen === 0 ? $this->l->t('Criteria') : $this->l->n('Criteria chosen: %n', 'Criteria chosen: %n', $chosen);
	}

	/** The text of a criterion without choices. */
	public function noChoice(string $facet): string {
		return $facet === 'group'
			? $this->l->t('The people found are not in any of your groups.')
			: $this->l->t('No options for the people found.');
	}

	/** Label of an order. */
	public function sort(string $sort): string {
		return match ($sort) {
			'relevance' => $this->l->t('Relevance'),
			'name' => $this->l->t('Name'),
			'recent' => $this->l->t('Recently joined'),
			default => '',
		};
	}

	/** The number of cards: some may be about organisations. */
	public function people(int $total, bool $more): string {
		return NumberFormat::text($this->l, $more
			? $this->l->n('more than %n card', 'more than %n cards', $total)
			: $this->l->n('%n card', '%n cards', $total), $total);
	}

	/**
	 * How the people were found, in a sentence each: without everyday words, with others instead of misspelt ones, or not by all of them.
	 *
	 * @param array{leftOut?: list<string>, corrected?: list<array{from: string, to: string}>, near?: string} $directory DirectorySchema
	 */
	public function how(array $directory): string {
		$sentences = isset($directory['leftOut'])
			? [CardWords::fill($this->l->t('Searched without everyday words: {words}.'), ['words' => implode(', ', $directory['leftOut'])])]
			: [];
		foreach ($directory['corrected'] ?? [] as $words) {
			$sentences[] = CardWords::fill($this->l->t('No results for “{from}”; showing “{to}”.'), $words);
		}
		return implode(' ', [...$sentences, ...match ($directory['near'] ?? null) {
			'nobody' => [$this->l->t('Nobody has all these words; these people come closest.')],
			'only_you' => [$this->l->t('No one else has all these words; these people come closest.')],
			default => [],
		}]);
	}

	/**
	 * The text of an empty list.
	 *
	 * @param bool $narrowed by words or criteria
	 * @param bool $everyday by words too common to be indexed
	 */
	public function nobody(bool $narrowed, bool $everyday): string {
		return match (true) {
			$everyday => $this->l->t('Very common words are not searched. Try another word.'),
			$narrowed => $this->l->t('Nobody matches these words and criteria.'),
			default => $this->l->t('Nobody is here yet. Someone has to be the first.'),
		};
	}

	/**
	 * How many results there would be with one word or criterion less.
	 *
	 * @param array{without: string, q?: string, total: int, more: bool} $wider
	 * @param string $q the words
	 */
	public function wider(array $wider, string $q): string {
		$people = $this->people($wider['total'], $wider['more']);
		return match ($wider['without']) {
			'word' => CardWords::fill($this->l->t('With only “{words}” there would be {people}.'), ['words' => $wider['q'], 'people' => $people]),
			'q' => CardWords::fill($this->l->t('Without the words “{words}” there would be {people}.'), ['words' => $q, 'people' => $people]),
			default => CardWords::fill(
				$this->l->t('Without the criterion “{criterion}” there would be {people}.'),
				['criterion' => $this->facet($wider['without']), 'people' => $people],
			),
		};
	}
}
