<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Kernel;

/**
 * Queries, and the people a facilitator who has read all the cards would suggest.
 *
 * tests/fixtures/search/relevance.json, of each query: `viewer` the account · `must` ids that must be among the first `within` hits ·
 * `first` the very first · `mustNot` ids that would be wrong anywhere · `only` no one else may be found · `corrected` what words
 * were read as · `near` whether nobody has all of the words · `why`.
 */
#[Group('databases')]
class RelevanceTest extends NetworkTestCase {
	private const FIXTURES = __DIR__ . '/../../fixtures';

	/** The demo network, loaded once: the queries change nothing. */
	private static ?Kernel $demo = null;

	/** @var array<string, string> id of a card in the file by the name on it */
	private static array $ids = [];

	protected function setUp(): void {
		if (self::$demo !== null) {
			$this->kernel = self::$demo;
			return;
		}
		$this->kernel = self::emptyKernel();
		$this->demo();
		self::$ids = array_column(self::read('network/members.json'), 'id', 'name');
		self::$demo = $this->kernel;
	}

	public static function tearDownAfterClass(): void {
		self::$demo = null;
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function queries(): iterable {
		foreach (self::read('search/relevance.json') as $case) {
			yield "{$case['query']} · {$case['viewer']}" => [$case];
		}
	}

	/** @param array<string, mixed> $case */
	#[DataProvider('queries')]
	public function testRanksLikeAFacilitator(array $case): void {
		$facet = $case['facet'] ?? [];
		if (isset($facet['group'])) {
			$facet['group'] = array_map($this->groupId(...), $facet['group']);
		}
		$found = [];
		$cursor = '';
		do {
			$page = $this->data('GET', '/members', $case['viewer'], ['q' => $case['query'], 'facet' => $facet, 'cursor' => $cursor, 'limit' => 50]);
			$found = [...$found, ...array_map(static fn (array $hit): string => self::$ids[$hit['name']], $page['members'])];
			$cursor = $page['next'];
		} while ($cursor !== null);
		$wrong = self::wrong($case, $found, array_map(Fold::text(...), array_column($page['corrected'] ?? [], 'to', 'from')));
		self::assertSame([], $wrong, self::table($case, $found, $wrong));
		self::assertSame(count($found), $page['total']);
		self::assertSame($case['near'] ?? false, isset($page['near']), 'whether nobody has all of the words');
	}

	/**
	 * @param array<string, mixed> $case
	 * @param list<string> $found
	 * @param array<string, string> $corrected
	 * @return list<string> what a facilitator would shake their head at
	 */
	private static function wrong(array $case, array $found, array $corrected): array {
		$wrong = [];
		foreach (array_diff($case['must'] ?? [], array_slice($found, 0, $case['within'] ?? 0)) as $id) {
			$rank = array_search($id, $found, true);
			$wrong[] = "$id should be among the first {$case['within']}" . ($rank === false ? ', is not found' : ', is number ' . ($rank + 1));
		}
		if (isset($case['first']) && ($found[0] ?? null) !== $case['first']) {
			$wrong[] = "{$case['first']} should come first";
		}
		foreach (array_intersect($found, $case['mustNot'] ?? []) as $id) {
			$wrong[] = "$id should not be found";
		}
		foreach (isset($case['only']) ? array_diff($found, $case['only']) : [] as $id) {
			$wrong[] = "$id is nobody one would think of";
		}
		foreach (array_diff_assoc($case['corrected'] ?? [], $corrected) as $from => $to) {
			$wrong[] = "$from should be read as $to" . (isset($corrected[$from]) ? ", not as {$corrected[$from]}" : '');
		}
		return $wrong;
	}

	/**
	 * @param array<string, mixed> $case
	 * @param list<string> $found
	 * @param list<string> $wrong
	 */
	private static function table(array $case, array $found, array $wrong): string {
		$rows = ['', "« {$case['query']} » " . json_encode($case['facet'] ?? (object)[]) . " asked by {$case['viewer']}", "  {$case['why']}"];
		foreach (array_slice($found, 0, 12) as $i => $id) {
			$rows[] = sprintf('  %2d  %-26s %s', $i + 1, $id, in_array($id, $case['must'] ?? [], true) ? 'expected' : '');
		}
		return implode("\n", [...$rows, $found === [] ? '  nobody' : '', ...array_map(static fn (string $line): string => "✗ $line", $wrong), '']);
	}

	/** @return array<array-key, mixed> */
	private static function read(string $file): array {
		return json_decode((string)file_get_contents(self::FIXTURES . "/$file"), true, 64, JSON_THROW_ON_ERROR);
	}
}
