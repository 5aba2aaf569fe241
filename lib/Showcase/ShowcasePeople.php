<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Directory\MemberChoices;
use OCA\Reseau\Member\Directory\MemberFacets;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\FirstAnswer\DirectoryWords;
use OCA\Reseau\Member\FirstAnswer\FirstCard;
use OCA\Reseau\Member\FirstAnswer\FirstTile;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The people of the showcase, for its pages: the existing search and presenter, with a visitor as viewer. */
class ShowcasePeople {
	/** Number of people on the page of the network. */
	private const LATEST = 6;
	/** Choices of a criterion, in addition to the selected ones. */
	private const CHOICES = 20;
	/** Criteria that only matter within the members' network. */
	private const INSIDE = ['group', 'kind'];

	public function __construct(
		private readonly MemberSearch $search,
		private readonly MemberChoices $choices,
		private readonly MemberFacets $facets,
		private readonly MemberAccess $access,
		private readonly MemberPresenter $presenter,
		private readonly FirstCard $cards,
		private readonly CardWords $cardWords,
		private readonly DirectoryWords $words,
		private readonly ShowcaseLists $lists,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @return array<string, mixed> what templates/light.php expects for a list
	 */
	public function list(ShowcaseLinks $links, mixed $words, mixed $facets, string $cursor): array {
		$facets = is_array($facets) ? array_diff_key($facets, array_flip(self::INSIDE)) : $facets;
		try {
			$criteria = MemberSearch::criteria($words, $facets);
			$found = $this->search->directory(Viewer::visitor(), $criteria, '', $cursor, choices: self::CHOICES, suggest: false);
		} catch (ReasonException $e) {
			return ['note' => $this->lists->refused($e), 'search' => $this->form($links, ShowcaseLists::typed($words, $facets, MemberFacets::ALL), null)];
		}
		$narrowed = $criteria->words !== '' || $criteria->facets !== [];
		return [
			'search' => $this->form($links, $criteria, $found['facets']),
			'paragraphs' => [
				$this->words->how($found),
				match (true) {
					$found['members'] !== [] || $found['next'] !== null => '',
					$narrowed => $this->words->nobody($narrowed, isset($found['everyday'])),
					default => $this->l->t('Nobody is shown here yet.'),
				},
			],
			'sections' => $found['members'] === [] ? [] : [[
				'title' => $this->words->people($found['total'], $found['more']),
				'lines' => array_map(fn (array $member): array => $this->line($links, $member), $found['members']),
			]],
			'next' => $this->lists->next($links, 'people', $criteria, $found['next']),
		];
	}

	/**
	 * @return array<string, mixed> a card as templates/light.php prints it: without its keeper, who has not chosen to be shown
	 * @throws ReasonException not_found
	 */
	public function card(int $id): array {
		$visitor = Viewer::visitor();
		$card = $this->presenter->present($visitor, $this->access->seen($visitor, $id));
		return ['keptBy' => $this->kind($card)] + $this->cards->view($visitor, array_diff_key($card, ['steward' => 0]), '');
	}

	/** @return ?array<string, mixed> a section with the people who changed their card last; null if there are none */
	public function latest(ShowcaseLinks $links): ?array {
		$found = $this->search->people(Viewer::visitor(), new Criteria(), '', self::LATEST);
		$lines = array_map(fn (array $member): array => $this->line($links, $member), $found['members']);
		if ($found['next'] !== null) {
			$lines[] = ['text' => $this->l->t('See all of them'), 'href' => $links->to('people'), 'about' => ''];
		}
		return $lines === [] ? null : ['title' => $this->l->t('People and organisations'), 'lines' => $lines];
	}

	/** @return ?array<string, mixed> a section on where people are, with counts of five or more; null if it would be empty */
	public function places(ShowcaseLinks $links): ?array {
		$lines = [];
		foreach ($this->choices->common(Viewer::visitor(), 'territory', 'departement:', Visibility::FEWEST_COUNTED) as ['id' => $id, 'label' => $label, 'count' => $count]) {
			$lines[] = ['text' => $label, 'href' => $links->to('people', ['facet' => ['territory' => [$id]]]), 'about' => $this->words->people($count, false)];
		}
		return $lines === [] ? null : ['title' => $this->l->t('Where people are'), 'lines' => $lines];
	}

	/**
	 * @param array<string, mixed> $member MemberSummarySchema
	 * @return array<string, string>
	 */
	private function line(ShowcaseLinks $links, array $member): array {
		$lines = array_map(fn (array $line): string => $this->l->t('%1$s: %2$s', [$this->cardWords->short($line['part']), implode('', $line['pieces'])]), FirstTile::lines($member));
		return [
			'text' => $member['name'],
			'href' => $links->to("people/{$member['id']}"),
			'about' => FixedSpaces::in(implode("\n", array_filter([$this->kind($member), $member['line'], ...$lines]))),
		];
	}

	/**
	 * @param array<string, mixed> $card
	 * @return string the kind of an organisation; empty for a person
	 */
	private function kind(array $card): string {
		return isset($card['kind']) ? $this->l->t('Organisation') : '';
	}

	/**
	 * @param ?array<string, list<array{id: string, label: string, count: int}>> $counted null on later pages, and if counting takes long
	 * @return array<string, mixed>
	 */
	private function form(ShowcaseLinks $links, Criteria $criteria, ?array $counted): array {
		$titles = $choices = [];
		foreach (array_diff(MemberFacets::ALL, self::INSIDE) as $facet) {
			$chosen = $criteria->facets[$facet] ?? [];
			$titles[$facet] = $this->words->facet($facet);
			$choices[$facet] = $counted[$facet] ?? array_slice($this->facets->uncounted(Viewer::visitor(), $facet, $chosen), 0, self::CHOICES + count($chosen));
		}
		return $this->lists->form($links, 'people', $criteria, $titles, $choices);
	}
}
