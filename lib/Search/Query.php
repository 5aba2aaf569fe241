<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/**
 * What one viewer looks for among the objects of one type, as conditions in SQL. Tokens, facets and numbers are written
 * into them as they are; what people wrote goes in as parameters.
 */
final class Query {
	/** @var array<string, string> of every piece of SQL this gives; a statement may leave some of them unused */
	public readonly array $parameters;

	/** @var array<array-key, string> names of the parameters that hold terms, by term */
	private readonly array $terms;

	/** @var array<int, int> how many objects meet each word, once they were counted (Finder) */
	public array $met = [];

	/**
	 * @param list<QueryUnit> $units
	 * @param array<string, list<string>> $facets chosen terms
	 * @param array<string, list<int>> $given objects that meet a facet whose terms are not stored
	 * @param ?list<int> $within the only objects that are there for this viewer, where something else than the audience says so; null: all
	 */
	public function __construct(
		public readonly string $type,
		public readonly Viewer $viewer,
		public readonly array $units,
		public readonly array $facets,
		private readonly array $given = [],
		public readonly ?array $within = null,
	) {
		$names = [];
		foreach (array_unique([...array_merge(...array_values($facets)), ...self::termsOf($units)]) as $term) {
			$names[$term] = 'term' . count($names);
		}
		$this->terms = $names;
		$this->parameters = ['type' => $type] + ($viewer->uid === null ? [] : ['viewer' => $viewer->uid])
			+ array_map(strval(...), array_flip($names));
	}

	/**
	 * @param list<QueryUnit> $units
	 * @return list<string> the terms that stand for any of them
	 */
	private static function termsOf(array $units): array {
		$terms = [];
		foreach ($units as $unit) {
			array_push($terms, ...array_merge(...array_values($unit->terms)), ...self::termsOf($unit->parts));
		}
		return $terms;
	}

	/** Nothing is asked: everything meets it. */
	public function isEmpty(): bool {
		return $this->units === [] && $this->facets === [];
	}

	/**
	 * The same question with other words.
	 *
	 * @param list<QueryUnit> $units
	 */
	public function withUnits(array $units): self {
		return new self($this->type, $this->viewer, $units, $this->facets, $this->given, $this->within);
	}

	/** The same without one criterion, by its name: the place of a word, or a facet. */
	public function without(int|string $criterion): self {
		$places = array_values(array_diff(array_keys($this->units), [$criterion]));
		$left = new self(
			$this->type,
			$this->viewer,
			array_map(fn (int $place): QueryUnit => $this->units[$place], $places),
			array_diff_key($this->facets, [$criterion => 0]),
			array_diff_key($this->given, [$criterion => 0]),
			$this->within,
		);
		foreach ($places as $at => $place) {
			if (isset($this->met[$place])) {
				$left->met[$at] = $this->met[$place];
			}
		}
		return $left;
	}

	/** @return ?array{string, string} facet and term, where nothing is asked but one term that is stored: how many have it is known */
	public function onlyTerm(): ?array {
		$facet = array_key_first($this->facets);
		return $this->units === [] && count($this->facets) === 1 && count($this->facets[$facet]) === 1 && !isset($this->given[$facet])
			? [$facet, $this->facets[$facet][0]]
			: null;
	}

	/** That this viewer may see a row. */
	public function seen(string $alias): string {
		$within = $this->within === null ? '' : ' AND ' . self::among($alias, $this->within);
		return "$alias.object_type = :type AND " . Visibility::condition($this->viewer, $alias) . $within;
	}

	/** @return list<int|string> the criteria, each by its name: the place of a word, or a facet */
	public function criteria(): array {
		return [...array_keys($this->units), ...array_keys($this->facets)];
	}

	/** @return ?int how many objects meet a facet whose terms are not stored; null where they are */
	public function countGiven(string $facet): ?int {
		return isset($this->given[$facet]) ? count($this->given[$facet]) : null;
	}

	/** The objects that meet one criterion, as a query for their ids; some more than once. */
	public function meeting(int|string $criterion): string {
		if (is_int($criterion)) {
			return $this->unit($this->units[$criterion]);
		}
		return isset($this->given[$criterion])
			? 'SELECT g.object_id FROM `*PREFIX*reseau_objects` g WHERE g.object_type = :type AND ' . self::among('g', $this->given[$criterion])
			: $this->terms($criterion, $this->facets[$criterion]);
	}

	/** That an object meets everything: for many objects, since what meets each criterion is gathered first. */
	public function all(string $alias): string {
		return self::every(array_map(fn (int|string $criterion): string => "$alias.object_id IN (" . $this->meeting($criterion) . ')', $this->criteria()));
	}

	/**
	 * The same, looked up object by object: for few of them, or where most meet it.
	 *
	 * @param int|string|null $but a criterion that is known to be met
	 */
	public function each(string $alias, int|string|null $but = null): string {
		$conditions = [];
		foreach ($this->criteria() as $criterion) {
			if ($criterion !== $but) {
				$conditions[] = match (true) {
					is_int($criterion) => $this->meets($this->units[$criterion], $alias),
					isset($this->given[$criterion]) => self::among($alias, $this->given[$criterion]),
					default => 'EXISTS (' . $this->terms($criterion, $this->facets[$criterion]) . " AND f.object_id = $alias.object_id)",
				};
			}
		}
		return self::every($conditions);
	}

	/** @param list<string> $conditions */
	private static function every(array $conditions): string {
		return $conditions === [] ? '1 = 1' : implode(' AND ', $conditions);
	}

	private function meets(QueryUnit $unit, string $alias): string {
		$ways = [];
		foreach ([...$this->rows($unit, '1'), ...array_map($this->phrase(...), $unit->phrases)] as $way) {
			$ways[] = "EXISTS ($way AND i.object_id = $alias.object_id)";
		}
		foreach ($unit->terms as $facet => $terms) {
			$ways[] = 'EXISTS (' . $this->terms($facet, $terms) . " AND f.object_id = $alias.object_id)";
		}
		if ($unit->parts !== []) {
			$ways[] = '(' . implode(' AND ', array_map(fn (QueryUnit $part): string => $this->meets($part, $alias), $unit->parts)) . ')';
		}
		return '(' . implode(' OR ', $ways) . ')';
	}

	/** @param list<int> $ids */
	public static function among(string $alias, array $ids): string {
		return $ids === [] ? '1 = 0' : "$alias.object_id IN (" . implode(', ', $ids) . ')';
	}

	/** Objects that meet a unit in one way or another. */
	private function unit(QueryUnit $unit): string {
		$ways = $this->rows($unit, 'i.object_id');
		foreach ($unit->phrases as $phrase) {
			$ways[] = $this->phrase($phrase);
		}
		foreach ($unit->terms as $facet => $terms) {
			$ways[] = $this->terms($facet, $terms);
		}
		if ($unit->parts !== []) {
			$all = array_map(fn (QueryUnit $part): string => 'o.object_id IN (' . $this->unit($part) . ')', $unit->parts);
			$ways[] = 'SELECT o.object_id FROM `*PREFIX*reseau_objects` o WHERE o.object_type = :type AND ' . implode(' AND ', $all);
		}
		// In a table of its own, or MySQL would look it up again for every object.
		return count($ways) === 1 ? $ways[0] : 'SELECT w.object_id FROM (' . implode(' UNION ALL ', $ways) . ') w';
	}

	/**
	 * Rows of the index with a token of a unit: one query for the tokens, one for those that begin so, since SQLite looks
	 * through everything for the one or the other.
	 *
	 * @param string $columns of `i`
	 * @return list<string>
	 */
	public function rows(QueryUnit $unit, string $columns, string $condition = '1 = 1'): array {
		$ways = [];
		// Those that begin so are met with the others that do.
		$tokens = array_filter(array_keys($unit->tokens), static fn (int|string $token): bool => $unit->prefix === null || !str_starts_with((string)$token, $unit->prefix));
		if ($tokens !== []) {
			$ways[] = "i.token IN ('" . implode("', '", $tokens) . "')";
		}
		if ($unit->prefix !== null) {
			$ways[] = self::beginsWith('i', $unit->prefix);
		}
		return array_map(fn (string $way): string => "SELECT $columns FROM `*PREFIX*reseau_index` i WHERE $way AND $condition AND {$this->seen('i')}", $ways);
	}

	/** That a token begins so, as a range: no token is longer than what ends it. */
	public static function beginsWith(string $alias, string $prefix): string {
		return "($alias.token >= '$prefix' AND $alias.token <= '{$prefix}zzzzzzzz')";
	}

	/** @param list<string> $tokens */
	private function phrase(array $tokens): string {
		$joins = '';
		foreach (array_slice($tokens, 1) as $n => $token) {
			$joins .= " INNER JOIN `*PREFIX*reseau_index` i$n ON i$n.object_type = i.object_type AND i$n.object_id = i.object_id"
				. " AND i$n.field = i.field AND i$n.audience = i.audience AND i$n.token = '$token'";
		}
		return "SELECT i.object_id FROM `*PREFIX*reseau_index` i$joins WHERE i.token = '{$tokens[0]}' AND " . $this->seen('i');
	}

	/** @param list<string> $terms */
	private function terms(string $facet, array $terms): string {
		$names = array_map(fn (string $term): string => ":{$this->terms[$term]}", $terms);
		return "SELECT f.object_id FROM `*PREFIX*reseau_facets` f WHERE f.facet = '$facet' AND f.term IN (" . implode(', ', $names) . ') AND ' . $this->seen('f');
	}
}
