<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Fold;
use OCP\IDBConnection;

/**
 * Corrects mistyped words: finds the nearest token that this viewer may see. What others wrote for themselves is never suggested.
 */
class Spelling {
	/** Shorter words resemble too many others. */
	private const SHORTEST = 4;
	/** From this length on, two mistakes are accepted. */
	private const LONG = 8;
	/** Leading letters assumed correct in a word with two mistakes. */
	private const BEGINNING = 3;
	/** Tokens checked among those with the same beginning. */
	private const MOST = 300;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly Finder $finder,
	) {
	}

	/**
	 * Replaces every word without a match by the nearest token that has one.
	 *
	 * @param Query $query a search without results
	 * @param string $question its words as written
	 * @return ?array{Query, array<string, string>} the search with other words, which may find nothing either, and the replacement tokens by word as
	 *                                              written; null if there are none
	 */
	public function corrected(Query $query, QueryParser $parser, string $question): ?array {
		// Someone who types “quand” means no other word.
		if (Tokenizer::tellNothing($question)) {
			return null;
		}
		$instead = [];
		foreach ($query->units as $place => $unit) {
			if (($query->met[$place] ?? 0) > 0) {
				continue;
			}
			foreach ($unit->parts === [] ? [$unit] : $unit->parts as $word) {
				$isThere = $this->finder->ids($query->alone($word), 0) !== [];
				$token = $isThere ? null : $this->nearest($query, $word->written, $parser->tokens());
				$instead += $token === null ? [] : [$word->written => $token];
			}
		}
		return $instead === [] ? null : [$query->withUnits($parser->read($question, $instead)), $instead];
	}

	/**
	 * If the corrected words find nothing together, only those with the same first letter are taken as meant: any other is rather a word that nobody
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
	 * @param Query $query any search of the viewer
	 * @param string $written a word
	 * @param list<string> $labels tokens that everybody may see
	 * @return ?string a token, null if nothing is near
	 */
	private function nearest(Query $query, string $written, array $labels): ?string {
		$word = Fold::text($written);
		$token = Tokenizer::token($word);
		if (strlen($word) < self::SHORTEST || preg_match('/^[a-z]+\z/', $word) !== 1) {
			return null;
		}
		$edits = array_unique([...self::oneEditAway($word), ...self::oneEditAway($token)]);
		$near = $this->seenOf($query, $edits);
		if ($near === [] && strlen($word) >= self::LONG) {
			$near = array_values(array_filter(
				$this->beginning($query, substr($token, 0, self::BEGINNING)),
				static fn (string $other): bool => levenshtein($token, $other) <= 2,
			));
		}
		return $this->mostFrequent($query, $near) ?? array_values(array_intersect($labels, $edits))[0] ?? null;
	}

	/** @return list<string> */
	private static function oneEditAway(string $word): array {
		$words = [];
		for ($i = 0; $i <= strlen($word); $i++) {
			$before = substr($word, 0, $i);
			$after = substr($word, $i);
			if ($after !== '') {
				$words[] = $before . substr($after, 1);
			}
			if (strlen($after) > 1) {
				$words[] = $before . $after[1] . $after[0] . substr($after, 2);
			}
			foreach (range('a', 'z') as $letter) {
				$words[] = $before . $letter . $after;
				if ($after !== '') {
					$words[] = $before . $letter . substr($after, 1);
				}
			}
		}
		return $words;
	}

	/**
	 * @param list<string> $tokens
	 * @return list<string> those that occur where this viewer may read
	 */
	private function seenOf(Query $query, array $tokens): array {
		$seen = [];
		foreach (array_chunk($tokens, 900) as $chunk) {
			array_push($seen, ...$this->tokens("SELECT DISTINCT i.token FROM `*PREFIX*reseau_index` i WHERE i.token IN ('" . implode("', '", $chunk) . "') AND " . $query->seen('i'), $query));
		}
		return $seen;
	}

	/** @return list<string> tokens with this prefix that this viewer may read, each found in turn, because a common one has many rows */
	private function beginning(Query $query, string $prefix): array {
		$tokens = [];
		$last = '';
		while (count($tokens) < self::MOST) {
			$after = $last === '' ? '' : " AND i.token > '$last'";
			$next = $this->tokens('SELECT i.token FROM `*PREFIX*reseau_index` i WHERE ' . Query::beginsWith('i', $prefix) . $after . ' AND ' . $query->seen('i') . ' ORDER BY i.token LIMIT 1', $query);
			if ($next === []) {
				break;
			}
			$tokens[] = $last = $next[0];
		}
		return $tokens;
	}

	/** @param list<string> $tokens */
	private function mostFrequent(Query $query, array $tokens): ?string {
		if (count($tokens) < 2) {
			return $tokens[0] ?? null;
		}
		return $this->tokens("SELECT i.token FROM `*PREFIX*reseau_index` i WHERE i.token IN ('" . implode("', '", $tokens) . "') AND " . $query->seen('i')
			. ' GROUP BY i.token ORDER BY COUNT(DISTINCT i.object_id) DESC, i.token LIMIT 1', $query)[0] ?? null;
	}

	/** @return list<string> */
	private function tokens(string $sql, Query $query): array {
		$result = $this->db->executeQuery($sql, $query->parameters);
		$tokens = [];
		while (($row = $result->fetch()) !== false) {
			$tokens[] = (string)$row['token'];
		}
		$result->closeCursor();
		return $tokens;
	}
}
