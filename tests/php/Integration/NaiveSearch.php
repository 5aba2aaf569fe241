<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use Normalizer;

/**
 * What a search answers, by reading every card from end to end for every question: facts in, answer out, nothing of the app.
 *
 * Its own plain words: a card is shown in a list while it is published. A text is folded to lower case without accents and cut
 * at every character that is neither letter nor digit. A card is a hit when each word of the query is in a part this viewer may
 * read; for the last word, one that begins with it is enough. If nobody but the viewer has all of several words, people with one of them are found.
 * Contact details are not searched. Criteria: OR within one, AND across; the counts of one ignore
 * its own choice.
 */
final class NaiveSearch {
	public const FACETS = ['territory', 'sector', 'value', 'theme', 'seek', 'offer', 'group', 'kind'];

	/** @var array<string, list<int>> hits by what was asked and who did */
	private array $hits = [];

	/** @var array<string, array<int, array<string, list<string>>>> words by viewer, card and part */
	private array $read = [];

	/**
	 * @param array<int, array{uid: ?string, status: string, parts: array<string, mixed>}> $cards by id
	 * @param list<array{group: string, card: int, active: bool}> $memberships the group by its number
	 * @param array<string, string> $labels of the vocabulary, by id
	 * @param array<string, list<array{id: string, name: string}>> $places what contains a territory `kind:code`, itself first
	 * @param array<string, string> $groups titles by number
	 * @param array<string, string> $instead what a facilitator decided some words stand for: ids by word
	 */
	public function __construct(
		private readonly NaiveOracle $oracle,
		private readonly array $cards,
		private readonly array $memberships,
		private readonly array $labels,
		private readonly array $places,
		private readonly array $groups,
		private readonly array $instead = [],
	) {
	}

	/**
	 * @param array<string, list<string>> $facet chosen terms by criterion
	 * @return list<int> cards found, in the order of their ids
	 */
	public function hits(string $viewer, string $q, array $facet = []): array {
		$asked = self::words($q);
		return $this->hits[serialize([$viewer, $asked, $facet])] ??= array_values(array_filter(
			array_keys($this->cards),
			fn (int $card): bool => $this->cards[$card]['status'] === 'published'
				&& $this->meets($viewer, $card, $facet) && $this->says($viewer, $card, $asked),
		));
	}

	/**
	 * @param array<string, list<string>> $facet
	 * @return ?list<int> cards with some of the words, in the order of their ids; null if others than the viewer have all of them, or no one else has any
	 */
	public function near(string $viewer, string $q, array $facet = []): ?array {
		if (count(self::words($q)) < 2 || array_diff($this->hits($viewer, $q, $facet), $this->ownOf($viewer)) !== []) {
			return null;
		}
		return $this->some($viewer, $q, $facet) ?: null;
	}

	/** @return list<int> the viewer's own card */
	public function ownOf(string $viewer): array {
		return array_keys(array_filter($this->cards, static fn (array $card): bool => $card['uid'] === $viewer));
	}

	/**
	 * The people an acronym of the glossary finds: those with the words of its expansion in one part, and those with its theme.
	 *
	 * @param list<string> $words
	 * @return list<int>
	 */
	public function hitsOfGlossary(string $viewer, array $words, string $theme): array {
		$together = fn (int $card): bool => array_filter(
			$this->read($viewer, $card),
			static fn (array $part): bool => array_diff($words, $part) === [],
		) !== [];
		return array_values(array_unique([...$this->hits($viewer, '', ['theme' => [$theme]]), ...array_filter($this->hits($viewer, ''), $together)]));
	}

	/**
	 * @param array<string, list<string>> $facet
	 * @return array<string, int> people left by choice, among those the rest of the question finds; where the whole question finds only people with
	 *                            some of the words, these count for choices that leave nobody with all of them
	 */
	public function counts(string $viewer, string $q, array $facet, string $of): array {
		$chosen = array_fill_keys($facet[$of] ?? [], 0);
		$others = array_diff_key($facet, [$of => 0]);
		$counts = $this->countTerms($viewer, $this->hits($viewer, $q, $others), $of);
		if (count(self::words($q)) > 1 && array_diff($this->hits($viewer, $q, $facet), $this->ownOf($viewer)) === []) {
			$own = $this->countTerms($viewer, array_intersect($this->hits($viewer, $q, $others), $this->ownOf($viewer)), $of);
			$counts = array_diff_assoc($counts, $own) + $this->countTerms($viewer, $this->some($viewer, $q, $others), $of);
		}
		return $counts + $chosen;
	}

	/**
	 * @param list<int> $cards
	 * @return array<string, int>
	 */
	private function countTerms(string $viewer, array $cards, string $of): array {
		$counts = [];
		foreach ($cards as $card) {
			foreach ($this->terms($viewer, $card, $of) as $term) {
				$counts[$term] = ($counts[$term] ?? 0) + 1;
			}
		}
		return $counts;
	}

	/**
	 * @param array<string, list<string>> $facet
	 * @return list<int> cards with any of the words; none if only the viewer's own is
	 */
	private function some(string $viewer, string $q, array $facet): array {
		$asked = self::words($q);
		$some = array_filter($this->hits($viewer, '', $facet), function (int $card) use ($viewer, $asked): bool {
			foreach ($asked as $i => $word) {
				// Only the last may be the beginning of a word.
				if (self::holds($this->all($viewer, $card), $word, $i === count($asked) - 1)) {
					return true;
				}
			}
			return false;
		});
		return array_diff($some, $this->ownOf($viewer)) === [] ? [] : array_values($some);
	}

	/** What a choice is called. */
	public function label(string $of, string $term): ?string {
		return match ($of) {
			'territory' => array_column(array_merge(...array_values($this->places)), 'name', 'id')[$term] ?? null,
			'group' => $this->groups[$term] ?? null,
			'kind' => null,
			default => $this->labels[$term] ?? $term,
		};
	}

	/** @return list<string> ids of the groups with the account as an active member */
	public function groupsOfAccount(string $uid): array {
		foreach ($this->cards as $card => $facts) {
			if ($facts['uid'] === $uid) {
				return $this->groupsOf($card);
			}
		}
		return [];
	}

	/** Whether this word is, folded, in a part of the searchable cards that the viewer may read, or in the vocabulary. */
	public function isVisible(string $viewer, string $word): bool {
		foreach ($this->hits($viewer, '') as $card) {
			if (self::holds($this->all($viewer, $card), $word, false)) {
				return true;
			}
		}
		return self::holds(self::words(implode(' ', $this->labels)), $word, false);
	}

	/**
	 * @return list<string> parts of a card, `name` among them, that hold a word of the question and may be read
	 */
	public function partsWith(string $viewer, int $card, string $q): array {
		$asked = self::words($q);
		return array_keys(array_filter(
			$this->read($viewer, $card),
			static fn (array $words): bool => array_filter($asked, static fn (string $word, int $i): bool
				=> self::holds($words, $word, $i === count($asked) - 1), ARRAY_FILTER_USE_BOTH) !== [],
		));
	}

	/** @return list<string> */
	public static function words(string $text): array {
		$bare = preg_replace('/\p{M}+/u', '', (string)Normalizer::normalize(mb_strtolower($text), Normalizer::FORM_D));
		return preg_split('/[^\p{L}\p{N}]+/u', (string)$bare, -1, PREG_SPLIT_NO_EMPTY) ?: [];
	}

	/** @param list<string> $asked */
	private function says(string $viewer, int $card, array $asked): bool {
		foreach ($asked as $i => $word) {
			if (!self::holds($this->all($viewer, $card), $word, $i === count($asked) - 1)) {
				return false;
			}
		}
		return true;
	}

	/** @param list<string> $words */
	private static function holds(array $words, string $word, bool $begins): bool {
		foreach ($words as $other) {
			if ($other === $word || ($begins && str_starts_with($other, $word))) {
				return true;
			}
		}
		return false;
	}

	/** @param array<string, list<string>> $facet */
	private function meets(string $viewer, int $card, array $facet): bool {
		foreach ($facet as $of => $chosen) {
			if ($chosen !== [] && array_intersect($chosen, $this->terms($viewer, $card, $of)) === []) {
				return false;
			}
		}
		return true;
	}

	/** @return list<string> what a criterion knows of a card, as far as the viewer may read it */
	private function terms(string $viewer, int $card, string $of): array {
		$parts = $this->readable($viewer, $card);
		$ofItems = static fn (string $part): array => array_merge([], ...array_column($parts[$part] ?? [], 'terms'));
		$terms = match ($of) {
			'sector' => $parts['sectors'] ?? [],
			'value' => $parts['values'] ?? [],
			'seek' => $ofItems('seeks'),
			'offer' => $ofItems('offers'),
			'theme' => [...$ofItems('seeks'), ...$ofItems('offers')],
			'territory' => array_merge([], ...array_map(
				fn (array $place): array => array_column($this->places["{$place['kind']}:{$place['code']}"], 'id'),
				$parts['territories'] ?? [],
			)),
			'group' => array_values(array_intersect($this->groupsOf($card), $this->groupsOfAccount($viewer))),
			'kind' => [$this->cards[$card]['uid'] === null ? 'kept' : 'account'],
		};
		return array_values(array_unique(array_map(fn (string $term): string => $this->instead[$term] ?? $term, $terms)));
	}

	/** @return list<string> groups a card takes an active part in */
	private function groupsOf(int $card): array {
		$active = array_filter($this->memberships, static fn (array $row): bool => $row['active'] && $row['card'] === $card);
		return array_values(array_column($active, 'group'));
	}

	/** @return array<string, mixed> parts of a card that this viewer may search in */
	private function readable(string $viewer, int $card): array {
		return array_filter(
			array_diff_key($this->cards[$card]['parts'], ['contact' => 0]),
			fn (string $part): bool => $part === 'name' || $this->oracle->mayRead($viewer, $card, $part),
			ARRAY_FILTER_USE_KEY,
		);
	}

	/** @return list<string> */
	private function all(string $viewer, int $card): array {
		return array_merge(...array_values($this->read($viewer, $card)));
	}

	/** @return array<string, list<string>> all there is to read, as words, by part */
	private function read(string $viewer, int $card): array {
		return $this->read[$viewer][$card] ??= array_map(
			fn (mixed $part): array => self::words($this->text($part)),
			$this->readable($viewer, $card),
		);
	}

	/** A part as a reader sees it: labels for ids, names for codes and those of what contains them. */
	private function text(mixed $value): string {
		if (!is_array($value)) {
			$value = $this->instead[$value] ?? (string)$value;
			return $this->labels[$value] ?? $value;
		}
		if (isset($value['code'])) {
			return implode(' ', array_column($this->places["{$value['kind']}:{$value['code']}"], 'name'));
		}
		return implode(' ', array_map($this->text(...), $value));
	}
}
