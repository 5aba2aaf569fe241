<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use OCA\Reseau\Matching\Degree;
use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Matching\Recipe;

/** The demonstration network against the table that was judged by hand (tests/fixtures/matching/judged.json). */
final class Judged {
	private const FIXTURES = __DIR__ . '/../../fixtures';

	/** @var array<string, array<string, array<string, mixed>>> the people each person should meet */
	private array $worth = [];

	/** @var array<string, mixed> */
	private array $table;

	private Network $network;

	/** @var array<string, array<string, MatchReason>> the sure ones of each person */
	private array $sure = [];

	/** @param float $enough the bar: Recipe::ENOUGH, or ENOUGH_IN_A_ROOM */
	public function __construct(float $enough = Recipe::ENOUGH) {
		$this->table = Network::json(self::FIXTURES . '/matching/judged.json');
		$this->network = Network::ofFile(self::FIXTURES . '/network/members.json', $enough);
		foreach ($this->network->first as $id => $first) {
			$this->sure[$id] = array_filter($first, static fn (MatchReason $reason): bool => $reason->degree() === Degree::Sure);
		}
		foreach ($this->table['introductions'] as $pair) {
			$this->worth[$pair['who']][$pair['whom']] = $pair;
			$this->worth[$pair['whom']][$pair['who']] = $pair;
		}
	}

	/** @return array{good: int, shown: int, best: int, allBest: int} of sure matches */
	public function figures(bool $unseen): array {
		$figures = ['good' => 0, 'shown' => 0, 'best' => 0, 'allBest' => 0];
		foreach ($this->worth as $id => $worth) {
			if (in_array($id, $this->table['unseen'], true) === $unseen) {
				$best = array_filter($worth, static fn (array $pair): bool => $pair['best']);
				$figures['allBest'] += count($best);
				$figures['best'] += count(array_intersect_key($best, $this->sure[$id] ?? []));
			}
		}
		foreach ($this->sure as $id => $first) {
			if (in_array($id, $this->table['unseen'], true) === $unseen) {
				$figures['shown'] += count($first);
				$figures['good'] += count(array_intersect_key($first, $this->worth[$id] ?? []));
			}
		}
		return $figures;
	}

	/** @return array{taken: int, all: int} pairs that only look alike and are sure for either */
	public function falseFriends(bool $unseen): array {
		$pairs = array_filter($this->table['falseFriends'], static fn (array $pair): bool => $pair['unseen'] === $unseen);
		$taken = array_filter($pairs, fn (array $pair): bool => isset($this->sure[$pair['who']][$pair['whom']]) || isset($this->sure[$pair['whom']][$pair['who']]));
		return ['taken' => count($taken), 'all' => count($pairs)];
	}

	/** @return array<string, array<string, MatchReason>> */
	public function first(): array {
		return $this->network->first;
	}

	/** @return array<string, array<string, mixed>> by id */
	public function people(): array {
		return $this->network->people;
	}

	public function name(string $id): string {
		return $this->network->people[$id]['name'];
	}
}
