<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\Group;

/** Nobody searches for themselves: one's own card comes after all others, and counts like them. */
#[Group('databases')]
class OneselfTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		// In the order of names, of joining and of relevance, Anna comes first.
		foreach (['dan', 'carl', 'bea', 'anna'] as $uid) {
			$this->account($uid);
			$this->card($uid, [
				'name' => ucfirst($uid),
				'headline' => $uid === 'anna' ? 'Serre, réparer une serre' : 'Une serre',
				'sectors' => ['arts-culture'],
			]);
			$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
		}
	}

	public function testOnesOwnCardIsTheLastOfEverySearch(): void {
		foreach (['relevance', 'name', 'recent'] as $sort) {
			foreach ([1, 2, 3, 4, 5] as $limit) {
				foreach ([['q' => 'serre'], ['q' => 'serre', 'facet' => ['sector' => ['arts-culture']]], ['facet' => ['sector' => ['arts-culture']]]] as $asked) {
					[$names, $totals] = $this->walk('anna', $asked + ['sort' => $sort, 'limit' => $limit]);
					self::assertSame('Anna', $names[3] ?? null, "$sort by $limit");
					self::assertEqualsCanonicalizing(['Anna', 'Bea', 'Carl', 'Dan'], $names, "$sort by $limit");
					self::assertSame([4], $totals);
					self::assertSame('Dan', $this->walk('dan', $asked + ['sort' => $sort, 'limit' => $limit])[0][3]);
				}
			}
		}
		self::assertSame('Anna', $this->walk('bea', ['q' => 'serre', 'limit' => 2])[0][0]);
		self::assertSame(['Anna', 'Bea', 'Carl', 'Dan'], $this->walk('anna', ['limit' => 2])[0], 'the whole list is by name');
		self::assertSame(['Anna', 'Bea', 'Carl', 'Dan'], $this->walk('nobody-yet', ['limit' => 2])[0]);
	}

	public function testOnesOwnNeedDoesNotHideTheClosestPeople(): void {
		$found = $this->data('GET', '/members', 'anna', ['q' => 'réparer une serre']);
		self::assertSame('only_you', $found['near'] ?? null);
		self::assertSame([4, 'Anna'], [$found['total'], $found['members'][3]['name']]);
		$others = $this->data('GET', '/members', 'bea', ['q' => 'réparer une serre']);
		self::assertSame([['Anna'], null], [array_column($others['members'], 'name'), $others['near'] ?? null]);
	}

	/**
	 * @param array<string, mixed> $asked
	 * @return array{list<string>, list<int>} names on all pages, and the totals they give
	 */
	private function walk(string $uid, array $asked): array {
		if ($uid === 'nobody-yet') {
			$this->account($uid);
		}
		$names = $totals = [];
		$cursor = '';
		do {
			$page = $this->data('GET', '/members', $uid, array_filter($asked + ['cursor' => $cursor]));
			$names = [...$names, ...array_column($page['members'], 'name')];
			$totals[$page['total']] = $page['total'];
			$cursor = $page['next'];
		} while ($cursor !== null);
		return [$names, array_values($totals)];
	}
}
