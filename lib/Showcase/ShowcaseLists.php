<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Member\FirstAnswer\DirectoryWords;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The common parts of the showcase's lists: the search by words and criteria without scripts, and links to later pages. */
class ShowcaseLists {
	/** Characters of a text in a list. */
	public const EXCERPT = 300;

	public function __construct(
		private readonly DirectoryWords $words,
		private readonly IL10N $l,
	) {
	}

	/**
	 * The form, as templates/part/light-search.php prints it.
	 *
	 * @param string $page below the showcase
	 * @param array<string, string> $titles of the criteria
	 * @param array<string, list<array{id: string, label: string, count?: int}>> $choices by criterion; numbers below five are left out
	 * @return array<string, mixed>
	 */
	public function form(ShowcaseLinks $links, string $page, Criteria $criteria, array $titles, array $choices): array {
		$facets = [];
		foreach (array_filter($choices) as $facet => $its) {
			$chosen = array_intersect($criteria->facets[$facet] ?? [], array_column($its, 'id'));
			$facets[] = [
				'name' => $facet,
				'title' => $this->words->titled($titles[$facet], count($chosen)),
				'choices' => array_map(static fn (array $choice): array => [
					'id' => $choice['id'],
					'label' => $choice['label'],
					'count' => ($choice['count'] ?? 0) < Visibility::FEWEST_COUNTED ? null : $choice['count'],
					'chosen' => in_array($choice['id'], $chosen, true),
				], $its),
			];
		}
		return ['action' => $links->to($page), 'embedded' => $links->embedded, 'q' => $criteria->words, 'facets' => $facets];
	}

	/**
	 * @param ?string $cursor null: no later page
	 * @return string address of the next page of the same search; empty: none
	 */
	public function next(ShowcaseLinks $links, string $page, Criteria $criteria, ?string $cursor): string {
		return $cursor === null ? '' : $links->to($page, ['q' => $criteria->words, 'facet' => $criteria->facets, 'cursor' => $cursor]);
	}

	/**
	 * The words and choices of a search that was refused, as far as they are valid.
	 *
	 * @param list<string> $known criteria
	 */
	public static function typed(mixed $words, mixed $facets, array $known): Criteria {
		try {
			$chosen = Criteria::parse('', $facets, $known)->facets;
		} catch (ReasonException) {
			$chosen = [];
		}
		return new Criteria(LightPage::typed($words), $chosen);
	}

	/** A sentence for a refused request. */
	public function refused(ReasonException $e): string {
		return $e->reason === 'bad_cursor'
			? $this->l->t('This page of the list no longer exists. Start again from the beginning.')
			: $this->l->t('This search does not work. Try fewer or shorter words, and choose criteria from the list.');
	}
}
