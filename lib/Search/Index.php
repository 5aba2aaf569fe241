<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Audience;
use OCP\IDBConnection;

/**
 * Keeps the search index in sync. Call put() and remove() in the transaction that changes the object.
 */
class Index {
	use Atomic;

	/** Increase it when tokens, fields or terms are built differently: everything in an older format is then stored again. */
	public const FORMAT = 6;

	/** Separates the terms of a set: refused in people's input (Fields::text()). */
	public const BETWEEN = "\x1f";

	/** Characters of a set; further terms go into another. */
	private const LONGEST_SET = 500;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly IndexMapper $mapper,
		private readonly SpellingMapper $spellings,
	) {
	}

	/**
	 * Runs a function that puts and removes many objects, in one transaction, and updates the sums only once.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function together(callable $work): mixed {
		return $this->atomic(fn (): mixed => $this->spellings->holding(fn (): mixed => $this->mapper->holdingSums($work)), $this->db);
	}

	/** Stores an object's index entries; unchanged ones are left alone. */
	public function put(Document $document): void {
		$tokens = self::tokens($document);
		$terms = self::terms($document);
		$head = [$document->scope, $document->audience->rank(), $document->name, $document->fresh];
		$hash = hash('xxh128', serialize([self::FORMAT, $document->scope, $document->audience->rank(), $tokens, $terms]));
		$this->atomic(function () use ($document, $tokens, $terms, $head, $hash): void {
			$stored = $this->mapper->object($document->type, $document->id);
			if ($stored !== null && $stored['hash'] === $hash) {
				if ($stored['head'] !== $head || $stored['format'] !== self::FORMAT) {
					$this->mapper->updateObject($document->type, $document->id, $head, $hash, self::FORMAT);
				}
				return;
			}
			$before = $stored === null ? [] : $this->clear($document->type, $document->id);
			$this->mapper->insertObject($document->type, $document->id, $head, $hash, self::FORMAT);
			$this->mapper->insertTokens($document->type, $document->id, $document->scope, $document->fresh, $tokens);
			$this->mapper->insertTerms($document->type, $document->id, $document->scope, $terms);
			$this->mapper->insertSets($document->type, $document->id, $document->scope, self::sets($terms));
			$this->mapper->addToSums($document->type, $terms, 1);
			$this->spellings->change($document->type, $before, array_values(array_unique(array_column($tokens, 0))), $stored !== null && $stored['format'] !== self::FORMAT);
		}, $this->db);
	}

	/**
	 * Stores an object's index entries as they are now.
	 *
	 * @param bool $anew even if unchanged
	 */
	public function refresh(Indexable $type, int $id, bool $anew): void {
		$document = $type->document($id);
		if ($anew) {
			$this->remove($type->type(), $id, true);
		}
		$document === null ? $this->remove($type->type(), $id) : $this->put($document);
	}

	/**
	 * Some terms have a new meaning: objects that have them are stored again, as many as time allows, the others by catchUp().
	 *
	 * @param list<string> $terms of any facet
	 */
	public function outdate(Indexable $type, array $terms): void {
		$this->mapper->outdate($type->type(), $terms);
	}

	/** How many objects are still to be stored again. */
	public function outdated(Indexable $type): int {
		return $this->mapper->countOutdated($type->type(), self::FORMAT);
	}

	/** Stores some of them, oldest first. */
	public function catchUp(Indexable $type, int $most): void {
		$this->together(function () use ($type, $most): void {
			foreach ($this->mapper->outdatedIds($type->type(), self::FORMAT, $most) as $id) {
				$this->refresh($type, $id, false);
			}
		});
	}

	/** @return list<string> the stored terms of a facet */
	public function termsOf(Indexable $type, string $facet): array {
		return $this->mapper->distinctTerms($type->type(), $facet);
	}

	/**
	 * Removes an object from the index.
	 *
	 * @param bool $rest also entries left without the object itself
	 */
	public function remove(string $type, int $id, bool $rest = false): void {
		$this->atomic(function () use ($type, $id, $rest): void {
			if ($rest || $this->mapper->object($type, $id) !== null) {
				$this->spellings->change($type, $this->clear($type, $id), []);
			}
		}, $this->db);
	}

	/** @return list<string> the tokens it had */
	private function clear(string $type, int $id): array {
		$this->mapper->addToSums($type, $this->mapper->termsOf($type, $id), -1);
		$tokens = $this->mapper->tokensOf($type, $id);
		$this->mapper->deleteObject($type, $id);
		return $tokens;
	}

	/**
	 * A word counts once per field and audience, with the weight of the field.
	 *
	 * @return list<array{string, string, int, int}> token, field, rank of the audience, weight
	 */
	private static function tokens(Document $document): array {
		$tokens = [];
		foreach ($document->texts as [$field, $text, $audience, $weight]) {
			// What one may not know of has no words: so a search need not look at the objects of what it finds.
			$rank = min($audience->rank(), $document->audience->rank());
			foreach (Tokenizer::of($text) as $word) {
				$token = Tokenizer::token($word);
				$tokens["$token $field $rank"] ??= [$token, $field, $rank, $weight];
			}
		}
		return array_values($tokens);
	}

	/**
	 * A term counts once, for everybody who may see it anywhere on the object. The empty term means the object itself.
	 *
	 * @return list<array{string, string, int}> facet, term, rank of the audience
	 */
	private static function terms(Document $document): array {
		$terms = [['', '', $document->audience->rank()]];
		foreach ($document->terms as [$facet, $term, $audience]) {
			$key = "$facet $term";
			$terms[$key] = [$facet, $term, max($terms[$key][2] ?? Audience::Me->rank(), min($audience->rank(), $document->audience->rank()))];
		}
		return array_values($terms);
	}

	/**
	 * The same terms for counting: those of a facet with the same audience, joined into one string.
	 *
	 * @param list<array{string, string, int}> $terms facet, term, rank of the audience
	 * @return list<array{string, int, string}> facet, rank, terms
	 */
	private static function sets(array $terms): array {
		$sets = $last = [];
		foreach ($terms as [$facet, $term, $rank]) {
			$at = $last["$facet $rank"] ?? null;
			$longer = $at === null ? null : $sets[$at][2] . self::BETWEEN . $term;
			if ($longer === null || mb_strlen($longer) > self::LONGEST_SET) {
				$last["$facet $rank"] = count($sets);
				$sets[] = [$facet, $rank, $term];
			} else {
				$sets[$at][2] = $longer;
			}
		}
		return $sets;
	}
}
