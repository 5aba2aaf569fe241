<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCP\IDBConnection;

/**
 * The words of the index by their beginnings without one or two letters: two words with few different letters have such a beginning in common.
 * The method is that of symmetric deletes (Garbe, SymSpell, 2012), for beginnings only. A word is stored once for all objects that have it.
 */
class SpellingMapper {
	/** The length of the beginning of a word; the rest is compared after it was found. */
	private const BEGINNING = 7;

	/** Letters assumed correct in a word with two different ones. */
	public const CORRECT = 3;

	/** Words, and rows, per statement. */
	private const WORDS = 400;

	/** Each word has one such row: its unchanged beginning. */
	private const ONCE = ' AND `spelling` = SUBSTR(`token`, 1, ' . self::BEGINNING . ')';

	/** @var ?array{array<string, array<array-key, true>>, array<string, array<array-key, true>>} added and removed words by type; null: outside of holding() */
	private ?array $held = null;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * Words of the index whose beginning differs little from that of some words.
	 *
	 * @param list<string> $words of letters
	 * @param bool $two also those with two different letters after the first ones
	 * @return list<string> including some that differ more
	 */
	public function alike(string $type, array $words, bool $two): array {
		$spellings = array_unique(array_merge(...array_map(static fn (string $word): array => self::spellings($word, $two), $words)));
		$result = $this->db->executeQuery(
			"SELECT DISTINCT s.token FROM `*PREFIX*reseau_spellings` s WHERE s.object_type = :type AND s.spelling IN ('" . implode("', '", $spellings) . "')",
			['type' => $type],
		);
		return array_map(strval(...), array_column($result->fetchAll(), 'token'));
	}

	/**
	 * Objects get words.
	 *
	 * @param list<string> $tokens
	 */
	public function add(string $type, array $tokens): void {
		$this->holding(function () use ($type, $tokens): void {
			$this->held[0][$type] = ($this->held[0][$type] ?? []) + array_fill_keys(self::spelt($tokens), true);
		});
	}

	/**
	 * Objects lose words, which others may have.
	 *
	 * @param list<string> $tokens
	 */
	public function remove(string $type, array $tokens): void {
		$this->holding(function () use ($type, $tokens): void {
			$this->held[1][$type] = ($this->held[1][$type] ?? []) + array_fill_keys(self::spelt($tokens), true);
		});
	}

	/**
	 * Writes the words at the end, when they are in the index or removed from it: many objects have the same words.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function holding(callable $work): mixed {
		if ($this->held !== null) {
			return $work();
		}
		$this->held = [[], []];
		try {
			$done = $work();
			[$added, $gone] = $this->held;
		} finally {
			$this->held = null;
		}
		foreach (array_keys($added + $gone) as $type) {
			$this->write((string)$type, $added[$type] ?? [], array_diff_key($gone[$type] ?? [], $added[$type] ?? []));
		}
		return $done;
	}

	/** Removes the words that no object of a type has, in case an error left some. */
	public function prune(string $type): void {
		$last = '';
		do {
			$result = $this->db->executeQuery('SELECT DISTINCT `token` FROM `*PREFIX*reseau_spellings` WHERE `object_type` = ? AND `token` > ? ORDER BY `token` LIMIT ' . self::WORDS, [$type, $last]);
			$words = array_map(strval(...), array_column($result->fetchAll(), 'token'));
			$this->removeUnused($type, $words);
			$last = $words[self::WORDS - 1] ?? null;
		} while ($last !== null);
	}

	/**
	 * @param array<array-key, true> $added
	 * @param array<array-key, true> $gone removed words, which another object may still have
	 */
	private function write(string $type, array $added, array $gone): void {
		foreach (array_chunk(array_keys($gone), self::WORDS) as $words) {
			$this->removeUnused($type, $words);
		}
		$words = array_map(strval(...), array_keys($added));
		// In a fixed order, so that two writers of the same words wait for each other only once.
		sort($words, SORT_STRING);
		foreach (array_chunk($words, self::WORDS) as $chunk) {
			$rows = [];
			$known = $this->db->executeQuery('SELECT `token` FROM `*PREFIX*reseau_spellings` WHERE ' . self::among($chunk) . self::ONCE, [$type])->fetchAll();
			foreach (array_diff($chunk, array_map(strval(...), array_column($known, 'token'))) as $word) {
				foreach (self::spellings($word, true) as $spelling) {
					$rows[] = [$spelling, $word];
				}
			}
			$this->insert($type, $rows);
		}
	}

	/** @param list<array{string, string}> $rows spelling and word */
	private function insert(string $type, array $rows): void {
		$mysql = $this->db->getDatabaseProvider() === IDBConnection::PLATFORM_MYSQL;
		foreach (array_chunk($rows, self::WORDS) as $chunk) {
			$values = implode(', ', array_map(static fn (array $row): string => "(?, '$row[0]', '$row[1]')", $chunk));
			$this->db->executeStatement(
				'INSERT ' . ($mysql ? 'IGNORE ' : '') . "INTO `*PREFIX*reseau_spellings` (`object_type`, `spelling`, `token`) VALUES $values" . ($mysql ? '' : ' ON CONFLICT DO NOTHING'),
				array_fill(0, count($chunk), $type),
			);
		}
	}

	/** @param list<array-key> $words of letters only */
	private function removeUnused(string $type, array $words): void {
		if ($words === []) {
			return;
		}
		// Word by word: with a limit, the database does not read all words of all objects instead.
		$one = 'SELECT i.`object_id` FROM `*PREFIX*reseau_index` i WHERE i.`object_type` = ? AND i.`token` = `*PREFIX*reseau_spellings`.`token` LIMIT 1';
		$unused = $this->db->executeQuery('SELECT `token` FROM `*PREFIX*reseau_spellings` WHERE ' . self::among($words) . self::ONCE . " AND ($one) IS NULL", [$type, $type])->fetchAll();
		if ($unused !== []) {
			$this->db->executeStatement('DELETE FROM `*PREFIX*reseau_spellings` WHERE ' . self::among(array_column($unused, 'token')), [$type]);
		}
	}

	/** @param array<array-key> $words of letters only */
	private static function among(array $words): string {
		return "`object_type` = ? AND `token` IN ('" . implode("', '", $words) . "')";
	}

	/**
	 * @param array<string> $tokens
	 * @return list<string> words that a mistyped word may mean
	 */
	private static function spelt(array $tokens): array {
		return array_values(array_filter($tokens, static fn (string $token): bool => preg_match('/^[a-z]{3,}\z/', $token) === 1));
	}

	/**
	 * @param bool $two also without two letters after those assumed correct
	 * @return list<string> the beginning of a word, unchanged and without letters
	 */
	private static function spellings(string $word, bool $two): array {
		$beginning = substr($word, 0, self::BEGINNING);
		$spellings = [$beginning];
		for ($i = 0; $i < strlen($beginning); $i++) {
			$spellings[] = $shorter = substr($beginning, 0, $i) . substr($beginning, $i + 1);
			for ($j = $i; $two && $i >= self::CORRECT && $j < strlen($shorter); $j++) {
				$spellings[] = substr($shorter, 0, $j) . substr($shorter, $j + 1);
			}
		}
		return array_values(array_unique($spellings));
	}
}
