<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Knowledge\InOtherWords;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryUnit;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/** The directory: published cards that match words and criteria, as a viewer may find them. */
class MemberSearch {
	public const DEFAULT_LIMIT = 20;
	public const MAX_LIMIT = 100;

	/** SORTS of src/member/model.ts. */
	public const ORDERS = ['relevance', 'name', 'recent'];

	/** With fewer results, suggests removing a word or criterion. */
	private const FEW = 5;

	public function __construct(
		private readonly MemberMapper $members,
		private readonly MemberPresenter $presenter,
		private readonly MemberQueryBuilder $queries,
		private readonly MemberChoices $choices,
		private readonly CardExcerpt $words,
		private readonly Search $search,
		private readonly Finder $finder,
		private readonly InOtherWords $otherWords,
	) {
	}

	/**
	 * The requested criteria.
	 *
	 * @throws ReasonException those of Criteria
	 */
	public static function criteria(mixed $words, mixed $facets): Criteria {
		return Criteria::parse($words, $facets, MemberFacets::ALL);
	}

	/**
	 * @param string $order `name`, `recent`, `relevance` where there are words, or empty for the default
	 * @param int $choices of each criterion at most, in addition to the selected ones; 0: none, scripts ask for those of a criterion once it is opened (MemberChoices::of())
	 * @param bool $suggest with few results, count those with a word or criterion less, and find people who say the same in other words
	 * @return array<string, mixed> DirectorySchema of src/member/model.ts
	 * @throws ReasonException bad_sort · bad_cursor · bad_limit
	 */
	public function directory(
		Viewer $viewer,
		Criteria $criteria,
		string $order = '',
		string $cursor = '',
		int $limit = self::DEFAULT_LIMIT,
		int $choices = 0,
		bool $suggest = true,
	): array {
		[$answer, $members] = $this->find($viewer, $criteria, $order, $cursor, $limit);
		$wider = $suggest && $cursor === '' && ($answer->near || $answer->page->total < self::FEW) ? $this->wider($answer) : [];
		$alike = $suggest && $cursor === '' ? $this->inOtherWords($viewer, $answer) : [];
		$leftOut = $cursor === '' ? Tokenizer::leftOut($criteria->words) : [];
		return $this->page($viewer, $answer, $members)
			+ ['facets' => $cursor === '' && $choices > 0 ? $this->choices->first($answer, $choices) : null]
			+ ($alike === [] ? [] : ['alike' => $alike])
			+ ($wider === [] ? [] : ['wider' => $wider])
			+ ($leftOut === [] ? [] : ['leftOut' => $leftOut])
			+ ($answer->page->total === 0 && Tokenizer::isEveryday($criteria->words) ? ['everyday' => true] : []);
	}

	/**
	 * Only the people who have all the words, without the choices of the criteria.
	 *
	 * @param bool $suggest also find people who say the same in other words
	 * @return array<string, mixed> DirectorySchema without the fields that only the page of the directory needs
	 * @throws ReasonException bad_cursor · bad_limit
	 */
	public function people(Viewer $viewer, Criteria $criteria, string $cursor, int $limit, bool $suggest = false): array {
		[$answer, $members] = $this->find($viewer, $criteria, '', $cursor, $limit, false);
		$alike = $suggest && $cursor === '' ? $this->inOtherWords($viewer, $answer) : [];
		return $this->page($viewer, $answer, $members) + ($alike === [] ? [] : ['alike' => $alike]);
	}

	/** @return list<int> everyone who meets these criteria, as far as this viewer may find them, in no order */
	public function everybody(Viewer $viewer, Criteria $criteria): array {
		return $this->finder->ids($this->queries->query($viewer, $criteria), PHP_INT_MAX - 1);
	}

	/**
	 * The people of directory() in the same order, with all parts of their cards that may be exported.
	 *
	 * @return array<string, mixed> HandoutsSchema of src/member/model.ts
	 * @throws ReasonException bad_sort · bad_cursor · bad_limit
	 */
	public function handouts(Viewer $viewer, Criteria $criteria, string $order, string $cursor, int $limit): array {
		[$answer, $members] = $this->find($viewer, $criteria, $order, $cursor, $limit);
		return ['members' => $this->leaving($viewer, $members)] + $this->notes($viewer, $answer, $members);
	}

	/**
	 * The cards of these people, in the order of their ids, without those no longer shown.
	 *
	 * @return array<string, mixed> HandoutsSchema
	 * @throws ReasonException wrong_type · too_many
	 */
	public function handoutsOf(Viewer $viewer, mixed $ids): array {
		$numbers = [];
		foreach (Fields::list($ids, 'ids', self::MAX_LIMIT) as $i => $id) {
			$numbers[] = Input::number($id) ?? throw new ReasonException('wrong_type', details: ['field' => "ids.$i"]);
		}
		$members = $this->leaving($viewer, $this->members->findByIds(array_values(array_unique($numbers))));
		return ['members' => $members, 'total' => count($members), 'more' => false, 'next' => null];
	}

	/**
	 * @throws ReasonException bad_limit
	 */
	public static function checkLimit(int $limit): void {
		if ($limit < 1 || $limit > self::MAX_LIMIT) {
			throw new ReasonException('bad_limit', details: ['max' => self::MAX_LIMIT]);
		}
	}

	/**
	 * @return array{Answer, list<Member>} with the people of the page
	 * @throws ReasonException
	 */
	private function find(Viewer $viewer, Criteria $criteria, string $order, string $cursor, int $limit, bool $near = true): array {
		self::checkLimit($limit);
		$query = $this->queries->query($viewer, $criteria);
		$usual = $query->units === [] ? 'name' : 'relevance';
		$order = $order === '' || ($order === 'relevance' && $query->units === []) ? $usual : $order;
		if (!in_array($order, self::ORDERS, true)) {
			throw new ReasonException('bad_sort', details: ['field' => 'sort']);
		}
		$answer = $this->search->find($query, $this->queries->parser(), $criteria->words, $order, $cursor, $limit, $near);
		return [$answer, $this->members->findByIds($answer->page->ids)];
	}

	/**
	 * @param list<Member> $members
	 * @return array<string, mixed> DirectorySchema without the fields that only the page of the directory needs
	 */
	private function page(Viewer $viewer, Answer $answer, array $members): array {
		return [
			'members' => array_map(fn (array $card): array => $this->summary($card, $answer), $this->cards($viewer, $members)),
		] + $this->notes($viewer, $answer, $members);
	}

	/**
	 * @param list<Member> $members
	 * @return array<string, mixed> what a list explains about its results
	 */
	private function notes(Viewer $viewer, Answer $answer, array $members): array {
		return ['total' => $answer->page->total, 'more' => $answer->page->more, 'next' => $answer->page->next]
			+ ($answer->near ? ['near' => $answer->own ? 'only_you' : 'nobody'] : [])
			+ ($answer->instead === [] ? [] : ['corrected' => $this->words->asWritten($this->cards($viewer, $members), $answer->instead)]);
	}

	/**
	 * @param list<Member> $members
	 * @return list<array<string, mixed>> entries of lists, without people who left since they were found
	 */
	private function cards(Viewer $viewer, array $members): array {
		return array_values(array_filter(array_map(fn (Member $member): array => $this->presenter->listed($viewer, $member), $members)));
	}

	/**
	 * @param list<Member> $members
	 * @return list<array<string, mixed>> HandoutSchema
	 */
	private function leaving(Viewer $viewer, array $members): array {
		return array_values(array_filter(array_map(fn (Member $member): ?array => $this->presenter->handout($viewer, $member), $members)));
	}

	/**
	 * @param array<string, mixed> $card
	 * @return array<string, mixed> MemberSummarySchema
	 */
	private function summary(array $card, Answer $answer): array {
		$words = $this->words->in($card, $answer->query->units, $answer->page->fields[$card['id']] ?? []);
		return $this->presenter->summary($card) + ($words === [] ? [] : ['found' => $words]);
	}

	/** @return list<array<string, mixed>> MemberSummarySchema of people who say the same in other words, with what they say; none of the results */
	private function inOtherWords(Viewer $viewer, Answer $answer): array {
		$cards = [];
		$found = $this->otherWords->find($answer, function (array $ids) use ($viewer, &$cards): array {
			$cards = array_column($this->cards($viewer, $this->members->findByIds($ids)), null, 'id');
			return array_map(self::items(...), $cards);
		});
		return array_map(
			fn (int $id, array $one): array => $this->presenter->summary($cards[$id]) + ['found' => [['part' => $one[0], 'pieces' => $one[1]]]],
			array_keys($found),
			$found,
		);
	}

	/**
	 * @param array<string, mixed> $card
	 * @return list<array{string, string}> part and text of what the person seeks and offers
	 */
	private static function items(array $card): array {
		$items = [];
		foreach ([Part::Seeks->value, Part::Offers->value] as $part) {
			foreach ($card[$part] ?? [] as $item) {
				$items[] = [$part, $item['text']];
			}
		}
		return $items;
	}

	/** @return list<array{without: string, q?: string, total: int, more: bool}> the results with one word or criterion less, if there are any */
	private function wider(Answer $answer): array {
		$query = $answer->query;
		// People who have all of the words.
		$all = $answer->near ? (int)$answer->own : $answer->page->total;
		$fewer = [];
		// People who come near have one word less, or more.
		foreach ($answer->near || count($query->units) < 2 ? [] : array_keys($query->units) as $n) {
			$left = $query->without($n);
			// Saturday alone leads nowhere.
			if (array_filter($left->units, static fn (QueryUnit $unit): bool => !Tokenizer::isWeak($unit->written)) === []) {
				continue;
			}
			$fewer[] = [['without' => 'word', 'q' => implode(' ', array_column($left->units, 'written'))], $left];
		}
		if ($query->units !== [] && $query->facets !== []) {
			$fewer[] = [['without' => 'q'], $query->withUnits([])];
		}
		foreach ($query->units === [] && count($query->facets) < 2 ? [] : array_keys($query->facets) as $facet) {
			$fewer[] = [['without' => $facet], $query->without($facet)];
		}
		$wider = [];
		foreach ($fewer as [$removed, $left]) {
			$count = $this->finder->count($left);
			if ($count > $all) {
				$wider[] = $removed + ['total' => min($count, Finder::MANY), 'more' => $count > Finder::MANY];
			}
		}
		return $wider;
	}
}
