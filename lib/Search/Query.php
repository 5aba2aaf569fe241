<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/**
 * One viewer's search among the objects of one type, as SQL conditions. Tokens, facets and numbers are inlined; people's input is passed as
 * parameters.
 */
final class Query {
	/** The criterion of a narrowed search; facets have other names. */
	private const NARROWED = '';

	/** @var array<string, string> parameters of all SQL this returns; a statement may leave some unused */
	public readonly array $parameters;

	/** @var array<array-key, string> parameter names of terms, by term */
	private readonly array $terms;

	/** @var array<int, int> how many objects match each word, once counted (Finder) */
	public array $met = [];

	/**
	 * @param list<QueryUnit> $units
	 * @param array<string, list<string>> $facets chosen terms
	 * @param array<string, list<int>> $given objects matching a facet whose terms are not stored
	 * @param ?list<int> $within the only objects visible to this viewer, if something other than the audience decides; null: all
	 * @param ?int $own the viewer's own object, which comes after all others
	 * @param ?list<int> $hidden the only objects this viewer does not see, if all others are shown to every member; null: the audience decides
	 * @param ?Narrowing $narrowing the only objects that are searched; null: all
	 */
	public function __construct(
		public readonly string $type,
		public readonly Viewer $viewer,
		public readonly array $units,
		public readonly array $facets,
		private readonly array $given = [],
		public readonly ?array $within = null,
		private readonly ?int $own = null,
		public readonly ?array $hidden = null,
		private readonly ?Narrowing $narrowing = null,
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
	 * @return list<string> the terms of all units
	 */
	private static function termsOf(array $units): array {
		$terms = [];
		foreach ($units as $unit) {
			array_push($terms, ...array_merge(...array_values($unit->terms)), ...self::termsOf($unit->parts));
		}
		return $terms;
	}

	/** No criteria: everything matches. */
	public function isEmpty(): bool {
		return $this->units === [] && $this->hasOnlyWords();
	}

	/** Whether an object matches by its words alone. */
	public function hasOnlyWords(): bool {
		return $this->facets === [] && $this->narrowing === null;
	}

	/**
	 * The query with other words.
	 *
	 * @param list<QueryUnit> $units
	 */
	public function withUnits(array $units): self {
		return new self($this->type, $this->viewer, $units, $this->facets, $this->given, $this->within, $this->own, $this->hidden, $this->narrowing);
	}

	/** The objects of this viewer that have a word. */
	public function alone(QueryUnit $unit): self {
		return new self($this->type, $this->viewer, [$unit], [], [], $this->within, null, $this->hidden);
	}

	/** The query without one criterion, by its name: the position of a word, or a facet. */
	public function without(int|string $criterion): self {
		$places = array_values(array_diff(array_keys($this->units), [$criterion]));
		$left = new self(
			$this->type,
			$this->viewer,
			array_map(fn (int $place): QueryUnit => $this->units[$place], $places),
			array_diff_key($this->facets, [$criterion => 0]),
			array_diff_key($this->given, [$criterion => 0]),
			$this->within,
			$this->own,
			$this->hidden,
			$this->narrowing,
		);
		foreach ($places as $at => $place) {
			if (isset($this->met[$place])) {
				$left->met[$at] = $this->met[$place];
			}
		}
		return $left;
	}

	/** @return list<int> the object that comes after all others, if it exists: no one searches for themselves */
	public function last(): array {
		return $this->own === null ? [] : [$this->own];
	}

	/** @return ?array{string, string} facet and term, if the only criterion is one stored term: its count is known */
	public function onlyTerm(): ?array {
		$facet = array_key_first($this->facets);
		return $this->units === [] && $this->narrowing === null && count($this->facets) === 1 && count($this->facets[$facet]) === 1 && !isset($this->given[$facet])
			? [$facet, $this->facets[$facet][0]]
			: null;
	}

	/** The condition that this viewer may see a row. */
	public function seen(string $alias): string {
		if ($this->hidden !== null) {
			return "$alias.object_type = :type AND $alias.audience >= " . Audience::Members->rank() . ($this->hidden === [] ? '' : ' AND NOT ' . self::among($alias, $this->hidden));
		}
		$within = $this->within === null ? '' : ' AND ' . self::among($alias, $this->within);
		return "$alias.object_type = :type AND " . Visibility::condition($this->viewer, $alias) . $within;
	}

	/** @return list<int|string> the names of the criteria: the position of a word, a facet, or NARROWED */
	public function criteria(): array {
		return [...array_keys($this->units), ...array_keys($this->facets), ...$this->narrowing === null ? [] : [self::NARROWED]];
	}

	/** @return ?int how many objects match a facet whose terms are not stored, at most; null if they are stored */
	public function countGiven(string $facet): ?int {
		if ($facet === self::NARROWED) {
			return $this->narrowing?->ids === null ? PHP_INT_MAX : count($this->narrowing->ids);
		}
		return isset($this->given[$facet]) ? count($this->given[$facet]) : null;
	}

	/** The objects that match one criterion, as a subquery for their ids, with duplicates. */
	public function meeting(int|string $criterion): string {
		if (is_int($criterion)) {
			return $this->unit($this->units[$criterion]);
		}
		if ($criterion === self::NARROWED) {
			return "SELECT g.object_id FROM `*PREFIX*reseau_objects` g WHERE {$this->narrowing?->condition('g')} AND {$this->seen('g')}";
		}
		return isset($this->given[$criterion])
			? 'SELECT g.object_id FROM `*PREFIX*reseau_objects` g WHERE ' . self::among('g', $this->given[$criterion]) . ' AND ' . $this->seen('g')
			: $this->terms($criterion, $this->facets[$criterion]);
	}

	/** The condition that an object matches everything: for many objects, because the matches of each criterion are collected first. */
	public function all(string $alias): string {
		return self::every(array_map(fn (int|string $criterion): string => "$alias.object_id IN (" . $this->meeting($criterion) . ')', $this->criteria()));
	}

	/**
	 * The condition that an object matches everything, checked object by object: for few objects, or if most match.
	 *
	 * @param int|string|null $but a criterion known to match
	 */
	public function each(string $alias, int|string|null $but = null): string {
		$conditions = [];
		foreach ($this->criteria() as $criterion) {
			if ($criterion !== $but) {
				$conditions[] = match (true) {
					is_int($criterion) => $this->meets($this->units[$criterion], $alias),
					$criterion === self::NARROWED => "EXISTS (SELECT 1 FROM `*PREFIX*reseau_objects` n WHERE n.object_type = :type AND n.object_id = $alias.object_id AND {$this->narrowing?->condition('n')})",
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

	/** Objects that match a unit in any way. */
	private function unit(QueryUnit $unit): string {
		$ways = [...$this->rows($unit, 'i.object_id'), ...$this->others($unit)];
		// In a derived table, or MySQL would run it again for every object.
		return count($ways) === 1 ? $ways[0] : 'SELECT w.object_id FROM (' . implode(' UNION ALL ', $ways) . ') w';
	}

	/** @return list<string> queries for the objects that match a unit in another way than by one of its tokens */
	private function others(QueryUnit $unit): array {
		$ways = array_map($this->phrase(...), $unit->phrases);
		foreach ($unit->terms as $facet => $terms) {
			$ways[] = $this->terms($facet, $terms);
		}
		if ($unit->parts !== []) {
			[$first, $further] = [$this->unit($unit->parts[0]), array_slice($unit->parts, 1)];
			$ways[] = "SELECT p.object_id FROM ($first) p WHERE " . self::every(array_map(fn (QueryUnit $part): string => 'p.object_id IN (' . $this->unit($part) . ')', $further));
		}
		return $ways;
	}

	/**
	 * The ways in which objects match a word.
	 *
	 * @param ?list<int> $ids the only objects asked for; null: all
	 * @return list<string> queries for object_id, field, token, weight and fresh; empty strings and 0 where no single token matches
	 */
	public function ways(int $place, ?array $ids = null): array {
		$among = static fn (string $alias): string => $ids === null ? '1 = 1' : self::among($alias, $ids);
		return [
			...$this->rows($this->units[$place], 'i.object_id, i.field, i.token, i.weight, i.fresh', $among('i')),
			...array_map(static fn (string $way): string => "SELECT x.object_id, '' AS field, '' AS token, 0 AS weight, 0 AS fresh FROM ($way) x WHERE " . $among('x'), $this->others($this->units[$place])),
		];
	}

	/**
	 * Index rows with a token of a unit: one query for exact tokens, one for the prefix, because SQLite scans everything if both are joined with OR.
	 *
	 * @param string $columns of `i`
	 * @return list<string>
	 */
	public function rows(QueryUnit $unit, string $columns, string $condition = '1 = 1'): array {
		$ways = [];
		// Tokens with the prefix are covered by the prefix query.
		$tokens = array_filter(array_keys($unit->tokens), static fn (int|string $token): bool => $unit->prefix === null || !str_starts_with((string)$token, $unit->prefix));
		if ($tokens !== []) {
			$ways[] = "i.token IN ('" . implode("', '", $tokens) . "')";
		}
		if ($unit->prefix !== null) {
			$ways[] = self::beginsWith('i', $unit->prefix);
		}
		return array_map(fn (string $way): string => "SELECT $columns FROM `*PREFIX*reseau_index` i WHERE $way AND $condition AND {$this->seen('i')}", $ways);
	}

	/** The condition for a token prefix, as a range: no token with the prefix sorts after its end. */
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
