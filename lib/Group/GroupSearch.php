<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Highlight;
use OCA\Reseau\Search\Narrowing;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Lexicon;

/** Groups that match words, by what every account may read of them and the glossary. */
class GroupSearch {
	public const DEFAULT_LIMIT = 20;
	public const MAX_LIMIT = 100;

	public function __construct(
		private readonly Groups $groups,
		private readonly GroupPresenter $presenter,
		private readonly Search $search,
		private readonly Highlight $highlight,
		private readonly Lexicon $lexicon,
	) {
	}

	/**
	 * @param bool $near also groups that have only some of the words, if none has all
	 * @param ?Narrowing $narrowing the groups that are searched; null: all
	 * @return array<string, mixed> FoundGroupsSchema of src/group/model.ts: all groups by name without words
	 * @throws ReasonException bad_limit · bad_cursor · those of Criteria
	 */
	public function find(Viewer $viewer, mixed $words, string $cursor = '', int $limit = self::DEFAULT_LIMIT, bool $near = false, ?Narrowing $narrowing = null): array {
		if ($limit < 1 || $limit > self::MAX_LIMIT) {
			throw new ReasonException('bad_limit', details: ['max' => self::MAX_LIMIT]);
		}
		$words = Criteria::parse($words, [], [])->words;
		$query = new Query(GroupIndex::TYPE, $viewer, $this->parser()->read($words), [], narrowing: $narrowing);
		$answer = $this->search->find($query, $this->parser(), $words, $query->units === [] ? 'name' : 'relevance', $cursor, $limit, $near);
		$groups = $this->inOrder($answer->page->ids);
		return [
			'groups' => array_map(fn (GroupPeople $group): array => $this->presenter->summary($viewer, $group), $groups),
			'total' => $answer->page->total,
			'next' => $answer->page->next,
		] + ($answer->near ? ['near' => true] : []) + $this->corrected($answer, $groups);
	}

	/**
	 * The groups of the public showcase, by name.
	 *
	 * @return array{groups: list<array<string, mixed>>, next: ?string} as in GroupPresenter::showcase()
	 * @throws ReasonException bad_cursor
	 */
	public function showcase(string $cursor): array {
		$query = new Query(GroupIndex::TYPE, Viewer::visitor(), [], []);
		$page = $this->search->find($query, $this->parser(), '', 'name', $cursor, self::DEFAULT_LIMIT, false)->page;
		return ['groups' => $this->shownToAll($page->ids), 'next' => $page->next];
	}

	/**
	 * @return array<string, mixed> as in GroupPresenter::showcase()
	 * @throws ReasonException not_found: it does not exist, or is not in the showcase
	 */
	public function showcased(int $id): array {
		return $this->shownToAll([$id])[0] ?? throw ReasonException::notFound();
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, mixed>> the groups that are in the showcase, in this order
	 */
	private function shownToAll(array $ids): array {
		$groups = $this->groups->bare($ids);
		$counts = $this->groups->countShown($ids);
		$shown = array_map(fn (int $id): ?array => isset($groups[$id]) ? $this->presenter->showcase($groups[$id], $counts[$id] ?? 0) : null, $ids);
		return array_values(array_filter($shown));
	}

	/**
	 * @param list<int> $ids
	 * @return list<GroupPeople>
	 */
	private function inOrder(array $ids): array {
		$groups = [];
		foreach ($this->groups->some($ids) as $group) {
			$groups[(int)array_search($group->id(), $ids, true)] = $group;
		}
		ksort($groups);
		return array_values($groups);
	}

	/**
	 * @param list<GroupPeople> $groups
	 * @return array{corrected?: list<array{from: string, to: string}>}
	 */
	private function corrected(Answer $answer, array $groups): array {
		if ($answer->instead === []) {
			return [];
		}
		$texts = array_map(static fn (GroupPeople $group): string => implode("\n", [
			$group->group->getTitle(),
			$group->group->getPurpose(),
			(string)$group->group->getSeeks(),
			...array_column($group->group->places(), 'name'),
			...array_merge(...array_values($group->group->mandate())),
		]), $groups);
		return ['corrected' => $this->highlight->asWritten($answer->instead, $texts)];
	}

	private function parser(): QueryParser {
		return $this->lexicon->ofSubjects(GroupIndex::TYPE);
	}
}
