<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Member\Card\CardText;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IL10N;

/** The people and organisations of the showcase for other tools: the search and presenter of its pages, with a visitor as viewer. */
class PublicCards {
	private const WORDS = ['skills', 'values', 'sectors', 'trades', 'languages', 'networks'];

	public function __construct(
		private readonly Showcase $showcase,
		private readonly MemberSearch $search,
		private readonly MemberAccess $access,
		private readonly MemberPresenter $presenter,
		private readonly Territories $territories,
		private readonly Vocabulary $vocabulary,
		private readonly IL10N $l,
	) {
	}

	/**
	 * By name.
	 *
	 * @return array{list<PublicCard>, ?string} with the cursor of the next page
	 * @throws ReasonException bad_cursor
	 */
	public function page(string $cursor): array {
		$found = $this->search->handouts(Viewer::visitor(), new Criteria(), 'name', $cursor, MemberSearch::MAX_LIMIT);
		$labels = $this->labels();
		return [array_map(fn (array $card): PublicCard => $this->card($card, $labels), $found['members']), $found['next']];
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function one(int $id): PublicCard {
		$visitor = Viewer::visitor();
		return $this->card($this->presenter->handout($visitor, $this->access->seen($visitor, $id)) ?? throw ReasonException::notFound(), $this->labels());
	}

	/** @return array<array-key, string> by id */
	private function labels(): array {
		return $this->vocabulary->labelsById($this->l->getLanguageCode());
	}

	/**
	 * @param array<string, mixed> $card HandoutSchema of src/member/model.ts
	 * @param array<array-key, string> $labels
	 */
	private function card(array $card, array $labels): PublicCard {
		$words = static fn (string $part): array => array_map(static fn (string $word): string => $labels[$word] ?? $word, $card[$part] ?? []);
		$items = static fn (string $part): array => array_map(static fn (array $item): PublicItem => new PublicItem(
			$part === 'offers',
			$item['text'],
			array_map(static fn (string $term): string => $labels[$term] ?? $term, $item['terms']),
			$item['kind'] ?? null,
		), $card[$part] ?? []);
		$places = $card['territories'] ?? [];
		return new PublicCard(
			isset($card['kind']),
			$card['name'],
			$this->showcase->address("people/{$card['id']}"),
			$card['headline'] ?? '',
			$card['drives'] ?? '',
			[...$items('seeks'), ...$items('offers')],
			array_combine(self::WORDS, array_map($words, self::WORDS)),
			$card['organisation'] ?? '',
			$card['role'] ?? '',
			$places,
			$this->territories->centreOf($places),
			CardText::webAddress(((array)($card['contact'] ?? []))['website'] ?? ''),
		);
	}
}
