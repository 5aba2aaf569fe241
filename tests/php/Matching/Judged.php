<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Matching\Portrait;
use OCA\Reseau\Matching\PortraitReader;
use OCA\Reseau\Matching\Rarity;
use OCA\Reseau\Matching\Recipe;
use OCA\Reseau\Vocabulary\Themes;

/** The demonstration network against the table that was judged by hand (tests/fixtures/matching/judged.json). */
final class Judged {
	private const FIXTURES = __DIR__ . '/../../fixtures';
	private const FIRST = 5;

	/** @var array<string, array<string, array<string, mixed>>> the people each person should meet */
	private array $worth = [];

	/** @var array<string, array<string, MatchReason>> the people the recipe finds first for each person */
	private array $first = [];

	/** @var array<string, mixed> */
	private array $table;

	/** @var array<string, array<string, mixed>> by id */
	private array $people;

	/** @param float $enough the bar: Recipe::ENOUGH, or ENOUGH_IN_A_ROOM */
	public function __construct(float $enough = Recipe::ENOUGH) {
		$this->table = self::fixture('matching/judged.json');
		foreach ($this->table['introductions'] as $pair) {
			$this->worth[$pair['who']][$pair['whom']] = $pair;
			$this->worth[$pair['whom']][$pair['who']] = $pair;
		}
		$members = $this->people = array_column(self::fixture('network/members.json'), null, 'id');
		$vocabulary = self::fixture('network/vocabulary.json');
		$lists = [];
		foreach (['sectors', 'themes', 'publics'] as $list) {
			$lists += array_fill_keys(array_column($vocabulary[$list], 'id'), $list);
		}
		$reader = new PortraitReader(new Themes(Themes::fold(array_column($vocabulary['themes'], 'words', 'id'))), $lists);
		$portraits = array_map($reader->read(...), $members);
		$counts = [];
		foreach ($portraits as $portrait) {
			foreach ($portrait->words() as $word => $_) {
				$counts[$word] = ($counts[$word] ?? 0) + 1;
			}
		}
		$recipe = new Recipe(Rarity::of($counts, count($portraits)), $enough);
		$ids = array_keys($members);
		foreach ($portraits as $id => $portrait) {
			$others = array_filter($portraits, static fn (Portrait $_, string $other): bool => $other !== $id && ($members[$other]['steward'] ?? null) !== $id, ARRAY_FILTER_USE_BOTH);
			$numbered = array_combine(array_map(static fn (string $other): int => (int)array_search($other, $ids, true), array_keys($others)), $others);
			foreach ($recipe->matches($portrait, $numbered, self::FIRST) as $n => $reason) {
				$this->first[$id][$ids[$n]] = $reason;
			}
		}
	}

	/** @return array{good: int, shown: int, best: int, allBest: int} */
	public function figures(bool $unseen): array {
		$figures = ['good' => 0, 'shown' => 0, 'best' => 0, 'allBest' => 0];
		foreach ($this->worth as $id => $worth) {
			if (in_array($id, $this->table['unseen'], true) === $unseen) {
				$best = array_filter($worth, static fn (array $pair): bool => $pair['best']);
				$figures['allBest'] += count($best);
				$figures['best'] += count(array_intersect_key($best, $this->first[$id] ?? []));
			}
		}
		foreach ($this->first as $id => $first) {
			if (in_array($id, $this->table['unseen'], true) === $unseen) {
				$figures['shown'] += count($first);
				$figures['good'] += count(array_intersect_key($first, $this->worth[$id] ?? []));
			}
		}
		return $figures;
	}

	/** @return array{taken: int, all: int} pairs that only look alike and are among the first of either */
	public function falseFriends(bool $unseen): array {
		$pairs = array_filter($this->table['falseFriends'], static fn (array $pair): bool => $pair['unseen'] === $unseen);
		$taken = array_filter($pairs, fn (array $pair): bool => isset($this->first[$pair['who']][$pair['whom']]) || isset($this->first[$pair['whom']][$pair['who']]));
		return ['taken' => count($taken), 'all' => count($pairs)];
	}

	/** @return array<string, array<string, MatchReason>> */
	public function first(): array {
		return $this->first;
	}

	/** @return array<string, array<string, mixed>> by id */
	public function people(): array {
		return $this->people;
	}

	public function name(string $id): string {
		return $this->people[$id]['name'];
	}

	/** @return array<array-key, mixed> */
	private static function fixture(string $path): array {
		return json_decode((string)file_get_contents(self::FIXTURES . '/' . $path), true, 64, JSON_THROW_ON_ERROR);
	}
}
