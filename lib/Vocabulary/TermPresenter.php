<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Vocabulary\Event\CatchingUp;
use OCA\Reseau\Vocabulary\Event\CollectingOwnWords;
use OCA\Reseau\Vocabulary\Event\CountingTerms;
use OCP\EventDispatcher\IEventDispatcher;

/**
 * The vocabulary as its page shows it, with the number of people for each term, or of links for each relation, as far as the reader may see them.
 *
 * @psalm-type Entry = array{id: int, version: int, slug: string, labels: object, meaning: string, spellings: list<string>, state: string, into: ?int, count: int, inverse?: object, words?: list<string>}
 */
class TermPresenter {
	public function __construct(
		private readonly TermMapper $mapper,
		private readonly IEventDispatcher $events,
	) {
	}

	/** @return array{lists: array<string, list<Entry>>, left: int} TermListsSchema of src/vocabulary/model.ts */
	public function lists(string $uid): array {
		$terms = array_fill_keys(Vocabulary::EDITED, []);
		foreach ($this->mapper->findKinds(Vocabulary::EDITED, true) as $term) {
			$terms[$term->getKind()][] = $term;
		}
		$counts = $this->counts($uid, $terms);
		$lists = [];
		foreach ($terms as $kind => $its) {
			// A removed term reappears once a person has it.
			$shown = array_filter($its, static fn (Term $term): bool => $term->getRemovedAt() === null || $counts->count($term->getSlug()) > 0);
			$lists[$kind] = array_map(static fn (Term $term): array => self::entry($term, $its, $counts), array_values($shown));
		}
		$left = new CatchingUp(false);
		$this->events->dispatchTyped($left);
		return ['lists' => $lists, 'left' => $left->left()];
	}

	/** @return Entry TermEntrySchema of src/vocabulary/model.ts */
	public function one(string $uid, Term $term): array {
		$list = $this->mapper->findKinds([$term->getKind()], true);
		return self::entry($term, $list, $this->counts($uid, [$term->getKind() => [$term]]));
	}

	/** @return array{groups: list<array<string, mixed>>, more: bool} OwnWordsSchema of src/vocabulary/model.ts */
	public function ownWords(string $uid): array {
		$words = new CollectingOwnWords($uid);
		$this->events->dispatchTyped($words);
		return ['groups' => $words->groups, 'more' => $words->more];
	}

	/** How many people visible to this account have a term. */
	public function count(string $uid, Term $term): int {
		return $this->counts($uid, [$term->getKind() => [$term]])->count($term->getSlug());
	}

	/** @param array<string, list<Term>> $terms */
	private function counts(string $uid, array $terms): CountingTerms {
		$counts = new CountingTerms($uid, array_map(
			static fn (array $its): array => array_map(static fn (Term $term): string => $term->getSlug(), $its),
			$terms,
		));
		$this->events->dispatchTyped($counts);
		return $counts;
	}

	/**
	 * @param list<Term> $list the term is in
	 * @return Entry
	 */
	private static function entry(Term $term, array $list, CountingTerms $counts): array {
		$entry = $term->entry();
		$into = array_values(array_filter($list, static fn (Term $other): bool => $other->getSlug() === ($entry['mergedInto'] ?? null)));
		return [
			'id' => (int)$term->getId(),
			'version' => $term->getVersion(),
			'slug' => $term->getSlug(),
			'labels' => (object)array_intersect_key($entry, array_flip(TermRules::LANGUAGES)),
			'meaning' => (string)($entry['meaning'] ?? ''),
			'spellings' => $term->spellings(),
			'state' => $term->state()->value,
			'into' => $into === [] ? null : (int)$into[0]->getId(),
			'count' => $counts->count($term->getSlug()),
		]
			+ ($term->getKind() === Vocabulary::RELATIONS ? ['inverse' => (object)($entry['inverse'] ?? [])] : [])
			+ ($term->getKind() === Vocabulary::THEMES ? ['words' => $term->words()] : []);
	}
}
