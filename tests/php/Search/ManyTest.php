<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Search\TableStatistics;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Cursor;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;

/** More hits than are counted: still everybody, once each, in an order that holds. */
#[Group('databases')]
class ManyTest extends TestCase {
	/** What is counted at most, as the directory says it to people: changing it changes what they read. */
	private const COUNTED = 5000;

	private const OBJECTS = self::COUNTED + 40;

	private Kernel $kernel;

	protected function setUp(): void {
		$this->kernel = sandbox();
		$index = $this->kernel->get(Index::class);
		$db = $this->kernel->get(IDBConnection::class);
		$db->beginTransaction();
		for ($id = 1; $id <= self::OBJECTS; $id++) {
			// Many are of one day; every thousandth hides its words.
			$document = new Document('member', $id, $id, Audience::Members, sprintf('name %05d', self::OBJECTS - $id), 86400 * intdiv($id, 100));
			$document->text('offers', 'laine filée', $id % 1000 === 0 ? Audience::Me : Audience::Members, 5);
			$document->term('sector', $id % 2 === 0 ? 'even' : 'odd', Audience::Members);
			if ($id <= self::COUNTED) {
				$document->term('territory', 'all', Audience::Members);
			}
			$index->put($document);
		}
		$db->commit();
		$this->kernel->get(TableStatistics::class)->refresh();
	}

	public function testEveryHitIsReturnedOnce(): void {
		$shown = array_values(array_filter(range(1, self::OBJECTS), static fn (int $id): bool => $id % 1000 !== 0));
		self::assertSame(array_reverse($shown), $this->walk('laine filee', [], 'relevance', 'recent'));
		self::assertSame(array_reverse($shown), $this->walk('lain', [], 'name', 'name'));
		self::assertSame(array_reverse($shown), $this->walk('laine', ['sector' => ['even', 'odd']], 'recent', 'recent'));
	}

	public function testExactlyTheMaximumIsReturnedCompletely(): void {
		$query = new Query('member', new Viewer('nobody-in-particular'), [], ['territory' => ['all']]);
		$found = $this->kernel->get(Finder::class)->find($query, 'name', null, 20);
		self::assertSame([self::COUNTED, false, range(1, self::COUNTED)], [$found->total, $found->more, self::sorted($found->all ?? [])]);
	}

	/**
	 * @param list<int> $ids
	 * @return list<int>
	 */
	private static function sorted(array $ids): array {
		sort($ids);
		return $ids;
	}

	/**
	 * @param array<string, list<string>> $facets
	 * @return list<int> ids of all pages
	 */
	private function walk(string $words, array $facets, string $order, string $by): array {
		$finder = $this->kernel->get(Finder::class);
		$units = (new QueryParser(QueryParser::fold([], []), 'theme'))->read($words);
		$ids = [];
		$cursor = '';
		do {
			$query = new Query('member', new Viewer('nobody-in-particular'), $units, $facets);
			$found = $finder->find($query, $order, Cursor::parse($cursor, Finder::CURSORS), 1000);
			self::assertSame([self::COUNTED, true, null], [$found->total, $found->more, $found->all]);
			array_push($ids, ...$found->ids);
			$cursor = $found->next ?? '';
			self::assertTrue($cursor === '' || Cursor::parse($cursor, Finder::CURSORS)->order === $by);
		} while ($cursor !== '');
		return $ids;
	}
}
