<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\FacetCounts;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Database;

/**
 * No table of the search is read as a whole, on a database that has no statistics of it: after an import, or where it is not allowed to make any, a
 * search must not take seconds.
 */
#[Group('databases')]
class PlansTest extends TestCase {
	private const OBJECTS = 1500;

	private const WORDS = 30;

	/** What the statements call the tables of the search. */
	private const ALIASES = '/^(?:i\d*|f|o|g|s|oc_reseau_(?:index|objects|facets|facet_sets|spellings))\z/';

	private static Kernel $kernel;

	public static function setUpBeforeClass(): void {
		self::$kernel = sandbox();
		$db = self::$kernel->get(IDBConnection::class);
		if ($db->getDatabaseProvider() === IDBConnection::PLATFORM_POSTGRES) {
			// Those that tests before this one left.
			$db->executeStatement("DELETE FROM pg_statistic WHERE CAST(CAST(starelid AS regclass) AS text) LIKE '%reseau%'");
		}
		mt_srand(11);
		foreach (['member', 'notice'] as $type) {
			$documents = [];
			for ($id = 1; $id <= self::OBJECTS; $id++) {
				$document = new Document($type, $id, $id, Audience::Members, "name $id", 86400 * $id);
				$words = ['chacun'];
				for ($n = 0; $n < self::WORDS; $n++) {
					$words[] = self::word(mt_rand(0, 4000));
				}
				$document->text('offers', implode(' ', $words), $id % 7 === 0 ? Audience::Groups : Audience::Members, 5);
				foreach (['sector', 'theme', 'value'] as $facet) {
					$document->term($facet, $facet . mt_rand(0, 20), Audience::Members);
				}
				$documents[] = $document;
			}
			self::$kernel->get(Index::class)->put(...$documents);
		}
	}

	private static function word(int $n): string {
		return 'mot' . strtr(sprintf('%04d', $n), '0123456789', 'abdfgklmpr');
	}

	/** @return iterable<string, array{string, array<string, list<string>>}> words and criteria */
	public static function questions(): iterable {
		yield 'one word' => [self::word(17), []];
		yield 'two words' => [self::word(17) . ' ' . self::word(18), []];
		yield 'a word and a criterion' => [self::word(17), ['sector' => ['sector3']]];
		yield 'a word that everybody has, and one that few have' => ['chacun ' . self::word(17), []];
		yield 'first letters' => [substr(self::word(17), 0, -1), []];
		yield 'a word with a slip' => ['x' . self::word(17), []];
		yield 'words that nobody has together' => [self::word(17) . ' ' . self::word(1999) . ' ' . self::word(2999), []];
		yield 'criteria' => ['', ['sector' => ['sector3'], 'theme' => ['theme4']]];
		yield 'nothing' => ['', []];
	}

	/** @param array<string, list<string>> $facets */
	#[DataProvider('questions')]
	public function testNoTableOfTheSearchIsReadAsAWhole(string $words, array $facets): void {
		$parser = new QueryParser(QueryParser::fold([], []), 'theme');
		$viewer = new Viewer('alice', 5, false, [3 => ['title' => 'Eau', 'members' => [5, 6, 7]]], true, []);
		$query = new Query('member', $viewer, $parser->read($words), $facets, own: 5);
		self::assertNothingReadAsAWhole(function () use ($query, $parser, $words): void {
			$answer = self::$kernel->get(Search::class)->find($query, $parser, $words, $words === '' ? 'name' : 'relevance', '', 20);
			$counts = self::$kernel->get(FacetCounts::class);
			$query->isEmpty() ? $counts->unchosen($query) : $counts->among($answer->query, (array)$answer->page->all);
			self::assertNotSame([], $answer->page->ids);
		});
	}

	public function testNoTableIsReadAsAWholeToStoreAndRemoveObjects(): void {
		$index = self::$kernel->get(Index::class);
		self::assertNothingReadAsAWhole(function () use ($index): void {
			foreach ([['neuf', 'theme3'], ['vieux', 'theme4']] as [$word, $theme]) {
				$document = new Document('member', 9, 9, Audience::Members, 'name 9', 86400);
				$document->text('offers', $word, Audience::Members, 5);
				$document->term('theme', $theme, Audience::Members);
				$index->put($document);
			}
			$index->remove('member', 9);
		});
	}

	/** @param callable(): void $work */
	private static function assertNothingReadAsAWhole(callable $work): void {
		$db = self::$kernel->get(IDBConnection::class);
		self::assertInstanceOf(Database::class, $db);
		$statements = [];
		$db->watch = static function (string $sql, array $params, array $types) use (&$statements): void {
			// Sums have a row for each term, not for each object; all of them are wanted.
			if (preg_match('/^(SELECT|UPDATE|DELETE)/', $sql) === 1 && !str_contains($sql, 'reseau_facet_sums')) {
				$statements[] = [$sql, $params, $types];
			}
		};
		try {
			$work();
		} finally {
			$db->watch = null;
		}
		self::assertNotSame([], $statements);
		foreach ($statements as [$sql, $params, $types]) {
			self::assertSame([], self::whole($db, $sql, $params, $types), "$sql\n" . json_encode(self::plan($db, $sql, $params, $types), JSON_PRETTY_PRINT));
		}
	}

	/**
	 * @param array<array-key, mixed> $params
	 * @param array<array-key, mixed> $types
	 * @return list<string> the tables of the search that the database would read as a whole
	 */
	private static function whole(Database $db, string $sql, array $params, array $types): array {
		$found = match ($db->provider) {
			IDBConnection::PLATFORM_POSTGRES => self::wholeByPostgres(implode("\n", array_map(static fn (array $row): string => (string)reset($row), self::plan($db, $sql, $params, $types)))),
			IDBConnection::PLATFORM_MYSQL => array_map(
				static fn (array $row): string => in_array($row['type'], ['ALL', 'index'], true) ? (string)$row['table'] : '',
				self::plan($db, $sql, $params, $types),
			),
			default => array_map(
				// Also all entries of an index that begins with the type: without statistics, SQLite takes these for ten.
				static fn (array $row): string => preg_match('/^(?:SCAN (\w+)|SEARCH (\w+) USING (?!.*reseau_obj_(?:name|fresh)).* \(object_type=\?\)\z)/', (string)$row['detail'], $table) === 1 ? end($table) : '',
				self::plan($db, $sql, $params, $types),
			),
		};
		return array_values(preg_grep(self::ALIASES, $found) ?: []);
	}

	/** @return list<string> also tables whose index is read as a whole, because only the type is looked for; but not in the order of a list, which ends after a page */
	private static function wholeByPostgres(string $plan): array {
		preg_match_all('/Seq Scan on (oc_reseau_\w+(?: \w+)?) /', $plan, $scans);
		preg_match_all('/Scan using (?!reseau_obj_name|reseau_obj_fresh)\w+ on (oc_reseau_\w+(?: \w+)?) [^\n]*\n +Index Cond: \(\(\w+\)::text = \'\w+\'::text\)$/m', $plan, $indexes);
		// By its alias, where it has one.
		return array_map(static fn (string $table): string => substr((string)strrchr(" $table", ' '), 1), [...$scans[1], ...$indexes[1]]);
	}

	/**
	 * @param array<array-key, mixed> $params
	 * @param array<array-key, mixed> $types
	 * @return list<array<string, mixed>>
	 */
	private static function plan(Database $db, string $sql, array $params, array $types): array {
		return $db->executeQuery(($db->provider === IDBConnection::PLATFORM_SQLITE ? 'EXPLAIN QUERY PLAN ' : 'EXPLAIN ') . $sql, $params, $types)->fetchAll();
	}
}
