<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Search\Event\CorrectingWords;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Territory\Territories;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/**
 * Corrects mistyped words: finds the nearest token that this viewer may see. Words that others hide from this viewer are never suggested. Names of places and
 * words that listeners know stay as they are.
 */
class Spelling {
	/** Shorter words resemble too many others. */
	private const SHORTEST = 4;
	/** From this length on, two mistakes are accepted. */
	private const LONG = 8;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly Finder $finder,
		private readonly SpellingMapper $spellings,
		private readonly Territories $territories,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * Replaces every word without a match by the nearest token that has one.
	 *
	 * @param Query $query a search without results
	 * @param string $question its words as written
	 * @return ?array{Query, array<string, string>} the search with other words, which may find nothing either, and the replacement tokens by word as
	 *                                              written; null if no correction was found
	 */
	public function corrected(Query $query, QueryParser $parser, string $question): ?array {
		// A person who types “quand” means no other word.
		if (Tokenizer::isEveryday($question)) {
			return null;
		}
		$missing = [];
		foreach ($query->units as $place => $unit) {
			foreach (($query->met[$place] ?? 0) > 0 ? [] : ($unit->parts ?: [$unit]) as $word) {
				if ($this->finder->ids($query->alone($word), 0) === []) {
					$missing[] = $word->written;
				}
			}
		}
		$instead = [];
		foreach ($this->mayBeWrong($query, $question, $missing) as $word) {
			$token = $this->nearest($query, $word, $parser->tokens());
			$instead += $token === null ? [] : [$word => $token];
		}
		return $instead === [] ? null : [$query->withUnits($parser->read($question, $instead)), $instead];
	}

	/**
	 * If the corrected words find nothing together, only corrections with the same first letter are accepted: another first letter rather means a word that no one
	 * has written.
	 *
	 * @param array<string, string> $instead what corrected() returned
	 * @return array{Query, array<string, string>}
	 */
	public static function likely(Query $query, QueryParser $parser, string $question, array $instead): array {
		$likely = array_filter($instead, static fn (string $token, int|string $word): bool => Fold::text((string)$word)[0] === $token[0], ARRAY_FILTER_USE_BOTH);
		return [$likely === $instead ? $query : $query->withUnits($parser->read($question, $likely)), $likely];
	}

	/**
	 * @param list<string> $missing words without a result
	 * @return list<string> those that nothing speaks for
	 */
	private function mayBeWrong(Query $query, string $question, array $missing): array {
		if ($missing === []) {
			return [];
		}
		$event = new CorrectingWords($query->type, $query->viewer, array_map(Fold::text(...), $missing));
		$this->events->dispatchTyped($event);
		$left = array_values(array_filter($missing, static fn (string $word): bool => !$event->isKept(Fold::text($word))));
		$names = $left === [] ? [] : $this->territories->wordsOfNames($question);
		return array_values(array_filter($left, static fn (string $word): bool => !in_array(Fold::text($word), $names, true)));
	}

	/**
	 * @param Query $query any search of the viewer
	 * @param string $written a word
	 * @param list<string> $labels tokens that everyone may see
	 * @return ?string a token, null if nothing is near
	 */
	private function nearest(Query $query, string $written, array $labels): ?string {
		$word = Fold::text($written);
		$token = Tokenizer::token($word);
		if (strlen($word) < self::SHORTEST || preg_match('/^[a-z]+\z/', $word) !== 1) {
			return null;
		}
		$long = strlen($word) >= self::LONG;
		$alike = $this->spellings->alike($query->type, [$word, $token], $long);
		$isOne = static fn (string $other): bool => self::isOneAway($word, $other) || self::isOneAway($token, $other);
		$isTwo = static fn (string $other): bool => $long && strncmp($token, $other, SpellingMapper::CORRECT) === 0 && levenshtein($token, $other) <= 2;
		[$near, $far] = [array_filter($alike, $isOne), array_filter($alike, static fn (string $other): bool => !$isOne($other) && $isTwo($other))];
		$seen = $this->seen($query, [...$near, ...$far]);
		return array_values(array_intersect($seen, $near))[0] ?? $seen[0] ?? array_values(array_filter($labels, $isOne))[0] ?? null;
	}

	/** Whether two words differ by one letter more, less or other, or by two swapped neighbours. */
	private static function isOneAway(string $word, string $other): bool {
		if (levenshtein($word, $other) === 1) {
			return true;
		}
		$at = strspn($word ^ $other, "\0");
		return strlen($word) === strlen($other) && substr($word, $at + 1, 1) . substr($word, $at, 1) === substr($other, $at, 2) && substr($word, $at + 2) === substr($other, $at + 2);
	}

	/**
	 * @param list<string> $tokens
	 * @return list<string> tokens that occur where this viewer may read, the most frequent first
	 */
	private function seen(Query $query, array $tokens): array {
		if ($tokens === []) {
			return [];
		}
		$result = $this->db->executeQuery("SELECT i.token FROM `*PREFIX*reseau_index` i WHERE i.token IN ('" . implode("', '", $tokens) . "') AND " . $query->seen('i')
			. ' GROUP BY i.token ORDER BY COUNT(DISTINCT i.object_id) DESC, i.token', $query->parameters);
		return array_map(strval(...), array_column($result->fetchAll(), 'token'));
	}
}
