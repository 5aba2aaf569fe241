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
 * Keeps the search index up to date. Call put() and remove() in the transaction that changes the object.
 */
class Index {
	use Atomic;

	/** Increase it when tokens, fields or terms are built differently: everything in an older format is then stored again. */
	public const FORMAT = 9;

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
	 * Runs a function that puts and removes many objects, in one transaction, and updates sums and spellings only once.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function together(callable $work): mixed {
		return $this->atomic(fn (): mixed => $this->spellings->holding(fn (): mixed => $this->mapper->holdingSums($work)), $this->db);
	}

	/** Stores the index entries of objects of one type; unchanged ones are skipped. */
	public function put(Document ...$documents): void {
		if ($documents === []) {
			return;
		}
		$type = reset($documents)->type;
		$this->together(function () use ($type, $documents): void {
			$stored = $this->mapper->objects($type, array_column($documents, 'id'));
			$objects = $tokens = $terms = $sets = $subjects = $stems = [];
			foreach ($documents as $document) {
				[$id, $scope] = [$document->id, $document->scope];
				$words = self::tokens($document, $stems);
				$criteria = self::terms($document);
				$about = self::subjects($document);
				$head = [$scope, $document->audience->rank(), $document->name, $document->fresh];
				$hash = hash('xxh128', serialize([self::FORMAT, $scope, $document->audience->rank(), $words, $criteria, $about]));
				if (($stored[$id]['hash'] ?? null) === $hash) {
					if ($stored[$id]['head'] !== $head || $stored[$id]['format'] !== self::FORMAT) {
						$this->mapper->updateObject($type, $id, $head, $hash, self::FORMAT);
					}
					unset($stored[$id]);
					continue;
				}
				$objects[] = [$id, ...$head, $hash, self::FORMAT];
				$of = static fn (array $row): array => [$id, $scope, ...$row];
				array_push($tokens, ...array_map(static fn (array $row): array => [$id, $scope, $document->fresh, ...$row], $words));
				array_push($terms, ...array_map($of, $criteria));
				array_push($sets, ...array_map($of, self::sets($criteria)));
				array_push($subjects, ...array_map($of, $about));
			}
			$this->clear($type, array_keys($stored));
			$this->spellings->add($type, array_column($tokens, 3));
			$this->mapper->insertObjects($type, $objects);
			$this->mapper->insertTokens($type, $tokens);
			$this->mapper->insertTerms($type, $terms);
			$this->mapper->insertSets($type, $sets);
			$this->mapper->insertSubjects($type, $subjects);
			$this->mapper->addToSums($type, array_map(static fn (array $term): array => array_slice($term, 2), $terms), 1);
		});
	}

	/**
	 * Stores the index entries of objects as they are now, and removes entries of objects that must not be found.
	 *
	 * @param bool $force also if unchanged; and removes entries without an object
	 * @param bool $force even if unchanged, and removes what was left without its object
	 */
	public function refresh(Indexable $type, array $ids, bool $force): void {
		$this->together(function () use ($type, $ids, $force): void {
			$documents = $type->documents($ids);
			$force ? $this->clear($type->type(), $ids) : $this->remove($type->type(), ...array_diff($ids, array_column($documents, 'id')));
			$this->put(...$documents);
		});
	}

	/**
	 * Some terms have a new meaning: objects that have them are stored again, as many as time allows, the others by catchUp().
	 *
	 * @param list<string> $terms of any facet
	 */
	public function outdate(Indexable $type, array $terms): void {
		$this->mapper->outdate($type->type(), $terms);
	}

	/** All objects of a type are stored again, by catchUp(). */
	public function outdateAll(Indexable $type): void {
		$this->mapper->outdateAll($type->type());
	}

	/** How many objects are still to be stored again. */
	public function outdated(Indexable $type): int {
		return $this->mapper->countOutdated($type->type(), self::FORMAT);
	}

	/** Stores some of them, oldest first. */
	public function catchUp(Indexable $type, int $most): void {
		$this->together(fn () => $this->refresh($type, $this->mapper->outdatedIds($type->type(), self::FORMAT, $most), false));
	}

	/** @return list<string> the stored terms of a facet */
	public function termsOf(Indexable $type, string $facet): array {
		return $this->mapper->distinctTerms($type->type(), $facet);
	}

	/**
	 * Removes objects from the index.
	 *
	 * @return bool whether any was in it
	 */
	public function remove(string $type, int ...$ids): bool {
		return $this->together(function () use ($type, $ids): bool {
			$stored = array_keys($this->mapper->objects($type, array_values($ids)));
			$this->clear($type, $stored);
			return $stored !== [];
		});
	}

	/** @param list<int> $ids */
	private function clear(string $type, array $ids): void {
		$this->mapper->addToSums($type, $this->mapper->termsOf($type, $ids), -1);
		$this->spellings->remove($type, $this->mapper->tokensOf($type, $ids));
		$this->mapper->deleteObjects($type, $ids);
	}

	/**
	 * A word counts once per field and audience, with the weight of the field.
	 *
	 * @param array<array-key, string> $stems tokens of words already met
	 * @return list<array{string, string, int, int}> token, field, rank of the audience, weight
	 */
	private static function tokens(Document $document, array &$stems): array {
		$tokens = [];
		foreach ($document->texts as [$field, $text, $audience, $weight]) {
			// Objects that a viewer may not know of have no words, so a search need not check the objects it finds.
			$rank = min($audience->rank(), $document->audience->rank());
			foreach (Tokenizer::of($text) as $word) {
				$token = $stems[$word] ??= Tokenizer::token($word);
				$tokens["$token $field $rank"] ??= [$token, $field, $rank, $weight];
			}
		}
		return array_values($tokens);
	}

	/**
	 * A term counts once, for everyone who may see it anywhere on the object. The empty term means the object itself.
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

	/** @return list<array{string, int, int, int}> facet, subject, strength, rank of the audience */
	private static function subjects(Document $document): array {
		return array_map(
			static fn (array $subject): array => [$subject[0], $subject[1], $subject[2], min($subject[3]->rank(), $document->audience->rank())],
			array_values($document->subjects),
		);
	}

	/**
	 * The terms for counting: terms of a facet with the same audience, joined into one string.
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
