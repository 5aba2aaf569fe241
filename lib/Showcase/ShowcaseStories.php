<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Library\SheetSearch;
use OCA\Reseau\Member\FirstAnswer\DirectoryWords;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\Markdown;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** The stories of the showcase, for its pages. */
class ShowcaseStories {
	/** Criteria of the library that are meaningful to visitors. */
	private const FACETS = ['kind', 'outcome', 'territory', 'term'];

	public function __construct(
		private readonly SheetSearch $search,
		private readonly ShowcaseLists $lists,
		private readonly DirectoryWords $words,
		private readonly IL10N $l,
	) {
	}

	/** @return array<string, mixed> what templates/light.php expects for a list */
	public function list(ShowcaseLinks $links, mixed $words, mixed $facets, string $cursor): array {
		try {
			$criteria = Criteria::parse($words, $facets, self::FACETS);
			$found = $this->search->showcase($criteria, $cursor, self::FACETS);
		} catch (ReasonException $e) {
			$typed = ShowcaseLists::typed($words, $facets, self::FACETS);
			// The choices in addition to the selected ones, without the words.
			$choices = $this->search->showcase(new Criteria('', $typed->facets), '', self::FACETS)['facets'];
			return ['note' => $this->lists->refused($e), 'search' => $this->form($links, $typed, $choices)];
		}
		return [
			'search' => $this->form($links, $criteria, $found['facets']),
			'paragraphs' => [
				$this->words->how($found),
				$found['sheets'] !== [] || $found['next'] !== null ? '' : $this->l->t('No story is found here.'),
			],
			'sections' => $found['sheets'] === [] ? [] : [['title' => '', 'lines' => $this->lines($links, $found['sheets'])]],
			'next' => $this->lists->next($links, 'stories', $criteria, $found['next']),
		];
	}

	/**
	 * @return array<string, mixed> what templates/light.php expects for a story
	 * @throws ReasonException not_found
	 */
	public function one(ShowcaseLinks $links, int $fileId): array {
		$sheet = $this->search->showcased($fileId);
		$titles = [
			'summary' => $this->l->t('In short'),
			'territories' => $this->l->t('Where'),
			'public' => $this->l->t('Who it is for'),
			'means' => $this->l->t('With what resources'),
			'frame' => $this->l->t('In what administrative framework'),
			'standpoint' => $this->l->t('From whose point of view'),
			'tried' => $this->l->t('What was tried'),
			'happened' => $this->l->t('What happened'),
			'learnt' => $this->l->t('What was learnt'),
			'wanted' => $this->l->t('Help wanted'),
			'licence' => $this->l->t('What others may do with it'),
		];
		$texts = [];
		foreach ($titles as $name => $title) {
			if (isset($sheet['texts'][$name])) {
				$texts[] = ['title' => $title, 'text' => Markdown::unmarked($sheet['texts'][$name])];
			}
		}
		$authors = array_map(static fn (array $one): array => ['text' => $one['name'], 'href' => $links->to("people/{$one['id']}")], $sheet['authors']);
		return [
			'title' => $sheet['title'],
			'paragraphs' => [$sheet['line']],
			'quotes' => $texts,
			'sections' => $authors === [] ? [] : [['title' => $this->l->t('Authors'), 'lines' => $authors]],
		];
	}

	/** @return ?array<string, mixed> a section with the newest; null if there are none */
	public function latest(ShowcaseLinks $links): ?array {
		$lines = $this->lines($links, $this->search->showcase(new Criteria(), '')['sheets']);
		return $lines === [] ? null : ['title' => $this->l->t('Stories'), 'lines' => $lines];
	}

	/**
	 * @param list<array<string, mixed>> $sheets
	 * @return list<array<string, string>>
	 */
	private function lines(ShowcaseLinks $links, array $sheets): array {
		return array_map(static fn (array $sheet): array => [
			'text' => $sheet['title'],
			'href' => $links->to("stories/{$sheet['id']}"),
			'about' => $sheet['line'] . "\n" . FixedSpaces::in(Excerpt::of(Markdown::unmarked($sheet['texts']['summary'] ?? ''), ShowcaseLists::EXCERPT)),
		], $sheets);
	}

	/**
	 * @param array<string, list<array{id: string, label: string, count: int}>> $choices
	 * @return array<string, mixed>
	 */
	private function form(ShowcaseLinks $links, Criteria $criteria, array $choices): array {
		return $this->lists->form($links, 'stories', $criteria, [
			'kind' => $this->l->t('Kind'),
			'outcome' => $this->l->t('Outcome'),
			'territory' => $this->l->t('Territory'),
			'term' => $this->l->t('Theme'),
		], $choices);
	}
}
