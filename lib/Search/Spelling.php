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
 * Finds what a mistyped word was meant to be: the nearest token that this viewer may see. What others wrote for
 * themselves is never hinted at.
 */
class Spelling {
	/** Shorter words are near to too many others. */
	private const SHORTEST = 4;
	/** From this length on two mistakes are forgiven. */
	private const LONG = 8;
	/** Letters that a word with two mistakes is taken to begin with rightly. */
	private const BEGINNING = 3;
	/** Tokens looked at among those that begin so. */
	private const MOST = 300;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly Finder $finder,
	) {
	}

	/**
	 * Every word without a hit of its own is taken for the nearest that has one.
	 *
	 * @param Query $query of a question that found nothing
	 * @param string $question its words as they were written
	 * @return ?array{Query, array<string, string>} what finds something, and the tokens searched for instead, by word as it was
	 *                                             written; null where nothing does
	 */
	public function corrected(Query $query, QueryParser $parser, string $question): ?array {
		// Whoever writes “quand” means no other word.
		if (Tokenizer::tellNothing($question)) {
			return null;
		}
		$instead = [];
		foreach ($query->units as $unit) {
			foreach ($unit->parts === [] ? [$unit] : $unit->parts as $word) {
				$isThere = $this->finder->ids(new Query($query->type, $query->viewer, [$word], [], [], $query->within), 0) !== [];
				$token = $isThere ? null : $this->nearest($query, $word->written, $parser->tokens());
				$instead += $token === null ? [] : [$word->written => $token];
			}
		}
		if ($instead === []) {
			return null;
		}
		$better = $query->withUnits($parser->read($question, $instead));
		return $this->finder->ids($better, 0) !== [] ? [$better, $instead] : null;
	}

	/**
	 * @param Query $query of any question of the viewer
	 * @param string $written a word
	 * @param list<string> $labels tokens that everybody may see
	 * @return ?string a token, null where nothing is near
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
	 * @return list<string> those that are written somewhere this viewer may read
	 */
	private function seenOf(Query $query, array $tokens): array {
		$seen = [];
		foreach (array_chunk($tokens, 900) as $chunk) {
			array_push($seen, ...$this->tokens("SELECT DISTINCT i.token FROM `*PREFIX*reseau_index` i WHERE i.token IN ('" . implode("', '", $chunk) . "') AND " . $query->seen('i'), $query));
		}
		return $seen;
	}

	/** @return list<string> tokens that this viewer may read and that begin so, one after the other, since a common one has many rows */
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
