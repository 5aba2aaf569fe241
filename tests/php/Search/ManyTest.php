<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Search\Search;
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

	/** The same for all tests, which leave it as it was: to fill it takes most of their time. */
	private static ?Kernel $kernel = null;

	public static function setUpBeforeClass(): void {
		self::$kernel = sandbox();
		$index = self::$kernel->get(Index::class);
		$db = self::$kernel->get(IDBConnection::class);
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
		self::$kernel->get(TableStatistics::class)->refresh();
	}

	protected function setUp(): void {
		self::$kernel->get(IDBConnection::class)->beginTransaction();
	}

	protected function tearDown(): void {
		self::$kernel->get(IDBConnection::class)->rollBack();
	}

	public static function tearDownAfterClass(): void {
		self::$kernel = null;
	}

	public function testEveryHitIsReturnedOnce(): void {
		$shown = array_values(array_filter(range(1, self::OBJECTS), static fn (int $id): bool => $id % 1000 !== 0));
		self::assertSame(array_reverse($shown), $this->walk('laine filee', [], 'relevance', 'recent'));
		self::assertSame(array_reverse($shown), $this->walk('lain', [], 'name', 'name'));
		self::assertSame(array_reverse($shown), $this->walk('laine', ['sector' => ['even', 'odd']], 'recent', 'recent'));
	}

	public function testOnesOwnIsTheLastOfMany(): void {
		$own = self::OBJECTS - 1;
		$shown = array_values(array_filter(range(1, self::OBJECTS), static fn (int $id): bool => $id % 1000 !== 0 && $id !== $own));
		self::assertSame([...array_reverse($shown), $own], $this->walk('laine filee', [], 'relevance', 'recent', $own));
		self::assertSame([...array_reverse($shown), $own], $this->walk('laine', [], 'name', 'name', $own));
		// Its words are hidden from others, not from oneself.
		self::assertSame(4000, array_slice($this->walk('laine', [], 'recent', 'recent', 4000), -1)[0]);
	}

	/** A word that too many have finds nobody by itself if there is a rarer one, and is enough otherwise. */
	public function testTheNumberOfPeopleWithSomeOfTheWordsIsBounded(): void {
		$index = self::$kernel->get(Index::class);
		foreach ([7, 8] as $id) {
			$document = new Document('member', $id, $id, Audience::Members, "name $id", 86400);
			$document->text('offers', $id === 7 ? 'laine ruche' : 'ruche', Audience::Members, 5);
			$index->put($document);
		}
		$parser = new QueryParser(QueryParser::fold([], []), 'theme');
		$find = fn (string $words, string $cursor = ''): Answer => self::$kernel->get(Search::class)->find(
			new Query('member', new Viewer('nobody-in-particular'), $parser->read($words), []), $parser, $words, 'relevance', $cursor, 20,
		);
		$few = $find('laine ruche hydroponie');
		self::assertSame([true, [7, 8], 2, false], [$few->near, $few->page->ids, $few->page->total, $few->page->more]);
		$many = $find('laine hydroponie');
		self::assertSame([true, 20, self::COUNTED, true], [$many->near, count($many->page->ids), $many->page->total, $many->page->more]);
		$next = $find('laine hydroponie', (string)$many->page->next);
		self::assertSame([20, []], [count($next->page->ids), array_intersect($next->page->ids, $many->page->ids)]);
	}

	public function testExactlyTheMaximumIsReturnedCompletely(): void {
		$query = new Query('member', new Viewer('nobody-in-particular'), [], ['territory' => ['all']]);
		$found = self::$kernel->get(Finder::class)->find($query, 'name', null, 20);
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
	private function walk(string $words, array $facets, string $order, string $by, ?int $own = null): array {
		$finder = self::$kernel->get(Finder::class);
		$units = (new QueryParser(QueryParser::fold([], []), 'theme'))->read($words);
		$ids = [];
		$cursor = '';
		do {
			$query = new Query('member', new Viewer('nobody-in-particular', $own), $units, $facets, own: $own);
			$found = $finder->find($query, $order, Cursor::parse($cursor, Finder::CURSORS), 1000);
			self::assertSame([self::COUNTED, true, null], [$found->total, $found->more, $found->all]);
			array_push($ids, ...$found->ids);
			$cursor = $found->next ?? '';
			self::assertTrue($cursor === '' || Cursor::parse($cursor, Finder::CURSORS)->order === $by);
		} while ($cursor !== '');
		return $ids;
	}
}
