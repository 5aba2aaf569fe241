<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Reply;

/** Any address gets a sensible answer or a refusal with a reason, quickly. */
#[Group('databases')]
class BadInputTest extends NetworkTestCase {
	private const PEOPLE = 300;

	/** The most one request may compute here, in seconds, and the longest it may take while the machine has other work. */
	private const COMPUTED = 0.2;
	private const LONGEST = 5.0;

	private const CUISINE = 100;

	private static ?Kernel $network = null;

	protected function setUp(): void {
		if (self::$network !== null) {
			$this->kernel = self::$network;
			return;
		}
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
		$rows = [];
		for ($i = 0; $i < self::PEOPLE; $i++) {
			$rows[] = [
				'id' => "p$i", 'name' => "Personne $i", 'account' => false, 'steward' => 'bob',
				'headline' => ['Je jardine le soir', 'La cuisine à cent', 'Des vélos partout'][$i % 3],
				'drives' => str_repeat("Ce qui m’anime, c’est la rivière et ce qu’elle porte, jour après jour, fil $i. ", 4),
				'seeks' => [['text' => 'Un atelier', 'terms' => ['permaculture']]], 'offers' => [['text' => 'Des plants', 'terms' => ['enfants']]],
				'values' => ['ecoute'], 'sectors' => ['arts-culture'], 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']],
				'consent' => ['date' => '2026-11-01', 'how' => 'De vive voix'],
			];
		}
		$rows[0]['headline'] = 'Общий сад у реки';
		$rows[1]['headline'] = 'حديقة مشتركة';
		$rows[2]['headline'] = '社区花园';
		$rows[3]['headline'] = 'Jardin 🌻 100 % partagé, O\'Brien';
		$this->load($rows);
		self::$network = $this->kernel;
	}

	public static function tearDownAfterClass(): void {
		self::$network = null;
	}

	/**
	 * What is written after the question mark; how many people it finds (null: any number is fine), or why it is refused.
	 *
	 * @return iterable<string, array{string, int|string|null}>
	 */
	public static function searches(): iterable {
		$q = static fn (string $q): string => 'q=' . rawurlencode($q);
		yield 'nothing' => ['', self::PEOPLE];
		yield 'no words' => ['q=', self::PEOPLE];
		yield 'spaces' => [$q("  \t\n "), self::PEOPLE];
		yield 'only punctuation' => [$q('?!… « » -- ;;'), self::PEOPLE];
		yield 'one letter' => [$q('c'), null];
		yield 'one digit' => [$q('7'), null];
		yield 'two words' => [$q('cuisine cent'), self::CUISINE - 1];
		$many = static fn (string $facet, string $one): string => implode('', array_map(static fn (int $i): string => "&facet[$facet][]=other-$i", range(1, 49))) . "&facet[$facet][]=$one";
		yield 'as many terms as there may be' => [$q('cuisine') . $many('sector', 'arts-culture') . $many('theme', 'enfants'), self::CUISINE - 1];
		yield 'the same without words' => [ltrim($many('sector', 'arts-culture') . $many('theme', 'enfants'), '&'), self::PEOPLE];
		yield 'nobody' => [$q('zzzzzzzzzzzz'), 0];
		yield 'spaces all around' => [$q('   cuisine    '), self::CUISINE - 1];
		yield '10,000 letters' => [$q(str_repeat('a', 10_000)), null];
		yield '10,000 characters in words' => [$q(str_repeat('jardin vélo ', 833)), null];
		yield '5,000 different words' => [$q(implode(' ', array_map(dechex(...), range(0, 4_999)))), null];
		yield '10,000 accents on one letter' => [$q('e' . str_repeat("\u{301}", 10_000)), null];
		yield '10,000 signs' => [$q(str_repeat('%', 10_000)), null];
		yield 'SQL: or' => [$q("' OR 'xyz'='xyz"), 0];
		yield 'SQL: statement' => [$q("x'); DROP TABLE oc_reseau_members; --"), 0];
		yield 'SQL: union' => [$q('" UNION SELECT uid FROM oc_users --'), 0];
		yield 'SQL: percent' => [$q('cuis%'), self::CUISINE - 1];
		yield 'SQL: underscore' => [$q('_______ cuisine'), self::CUISINE - 1];
		yield 'SQL: backslash' => [$q('cuisine\\'), self::CUISINE - 1];
		yield 'regular expression' => [$q('.*'), self::PEOPLE];
		yield 'regular expression, slow' => [$q('(a+)+$(a|a?)+[[:alpha:]]{1000}'), null];
		yield 'parameter of a statement' => [$q(':q ? :dcValue1 @x'), null];
		yield 'markup' => [$q('<script>alert(1)</script>'), 0];
		yield 'a form of strings' => [$q('%s %1$s {0} ${x} `id`'), null];
		yield 'Cyrillic' => [$q('сад'), 1];
		yield 'Cyrillic, the beginning, in capitals' => [$q('РЕК'), 1];
		yield 'Arabic' => [$q('حديقة'), 1];
		yield 'Chinese' => [$q('社区花园'), 1];
		yield 'Chinese nobody wrote' => [$q('图书馆'), 0];
		yield 'emoji' => [$q('🌻'), self::PEOPLE];
		yield 'emoji and a word' => [$q('🌻 jardin'), null];
		yield 'right to left marks' => [$q("\u{202E}jardin\u{202C}"), null];
		yield 'letters of full width' => [$q('ｃｕｉｓｉｎｅ'), self::CUISINE - 1];
		yield 'an invisible space' => [$q("cui\u{200B}sine"), null];
		yield 'a nul byte' => ['q=cuisine%00', null];
		yield 'control characters' => ['q=%01%02%1Bcuisine', null];
		yield 'half a character' => ['q=%C3%28', null];
		yield 'bytes of no text' => ['q=%FF%FE%80cuisine', null];
		yield 'half a pair' => ['q=%ED%A0%80', null];
		yield 'apostrophes' => [$q('o’brien o\'brien'), 1];
		yield 'words as a list' => ['q[]=jardin', 'wrong_type'];
		yield 'words as a list of lists' => ['q[a][b]=jardin', 'wrong_type'];

		yield 'a criterion' => ['facet[sector][]=arts-culture', self::PEOPLE];
		yield 'no criteria' => ['facet=', null];
		yield 'criteria as a word' => ['facet=sector', 'wrong_type'];
		yield 'a criterion as a word' => ['facet[sector]=arts-culture', 'wrong_type'];
		yield 'a criterion without a name' => ['facet[]=arts-culture', 'unknown_facet'];
		yield 'an unknown criterion' => ['facet[colour][]=blue', 'unknown_facet'];
		yield 'a criterion in SQL' => ['facet[' . rawurlencode("sector' OR 1=1 --") . '][]=x', 'unknown_facet'];
		yield 'a criterion named as bytes' => ['facet[%FF][]=x', 'unknown_facet'];
		yield 'lists in a criterion' => ['facet[sector][][]=arts-culture', 'wrong_type'];
		yield 'names in a criterion' => ['facet[sector][a][b][c]=arts-culture', 'wrong_type'];
		yield 'an unknown term' => ['facet[sector][]=nowhere', 0];
		yield 'a known term and an unknown one' => ['facet[sector][]=arts-culture&facet[sector][]=nowhere', self::PEOPLE];
		yield 'a term of another criterion' => ['facet[sector][]=permaculture', 0];
		yield 'an empty term' => ['facet[sector][]=', 0];
		yield 'a term as bytes' => ['facet[value][]=%FF%FE', 'bad_text'];
		yield 'a term in SQL' => ['facet[theme][]=' . rawurlencode("permaculture' OR '1'='1"), 0];
		yield 'a term with a nul byte' => ['facet[sector][]=arts-culture%00', 'bad_text'];
		yield 'a term of 10,000 letters' => ['facet[seek][]=' . str_repeat('a', 10_000), 'too_long'];
		$words = static fn (int $count): string => $q(implode(' ', array_map(static fn (int $n): string => 'zone' . dechex($n + 160), range(1, $count))));
		yield 'as many words as there may be' => [$words(16), 0];
		yield 'one word more' => [$words(17), 'too_many'];
		yield 'as many terms of a criterion as there may be' => [http_build_query(['facet' => ['sector' => array_map(static fn (int $n): string => "arts-$n", range(1, 50))]]), 0];
		yield 'one term more' => [http_build_query(['facet' => ['sector' => array_map(static fn (int $n): string => "arts-$n", range(1, 51))]]), 'too_many'];
		yield '500 terms' => [http_build_query(['facet' => ['sector' => array_fill(0, 500, 'arts-culture')]]), 'too_many'];
		yield 'a territory' => ['facet[territory][]=departement:11', self::PEOPLE];
		yield 'a territory without a kind' => ['facet[territory][]=11', 0];
		yield 'a territory of no kind' => ['facet[territory][]=planet:3', 0];
		yield 'a territory that does not exist' => ['facet[territory][]=commune:99999', 0];
		yield 'a territory that is a path' => ['facet[territory][]=' . rawurlencode('region:../../../etc/passwd'), 0];
		yield 'a territory of nobody' => ['facet[territory][]=departement:75', 0];
		yield 'a kind' => ['facet[kind][]=kept', self::PEOPLE];
		yield 'an unknown kind' => ['facet[kind][]=robot', 0];
		yield 'a group as a word' => ['facet[group][]=abc', 0];
		yield 'a group below zero' => ['facet[group][]=-1', 0];
		yield 'a group beyond numbers' => ['facet[group][]=99999999999999999999', 0];
		yield 'a group that does not exist' => ['facet[group][]=4711', 0];

		yield 'limit 1' => ['limit=1', self::PEOPLE];
		yield 'limit 100' => ['limit=100', self::PEOPLE];
		yield 'limit 0' => ['limit=0', 'bad_limit'];
		yield 'limit -1' => ['limit=-1', 'bad_limit'];
		yield 'limit a million' => ['limit=1000000', 'bad_limit'];
		yield 'limit 101' => ['limit=101', 'bad_limit'];
		yield 'limit beyond numbers' => ['limit=99999999999999999999', 'bad_limit'];
		yield 'limit as a word' => ['limit=abc', 'bad_limit'];
		yield 'limit as a list' => ['limit[]=5', 'bad_limit'];
		yield 'sort by name' => ['sort=name', self::PEOPLE];
		yield 'an unknown sort' => ['sort=price', 'bad_sort'];
		yield 'a sort in SQL' => ['sort=' . rawurlencode('name; DROP TABLE oc_reseau_members'), 'bad_sort'];
		yield 'a sort as a list' => ['sort[]=name', 'wrong_type'];
		yield 'a sort of relevance without words' => ['sort=relevance', null];
		yield 'a cursor that is none' => ['cursor=abc', 'bad_cursor'];
		yield 'a cursor as bytes' => ['cursor=%FF%00%FE', 'bad_cursor'];
		yield 'a cursor as a list' => ['cursor[]=abc', 'wrong_type'];
		yield 'a cursor of another shape' => ['cursor=' . base64_encode('{"a":{"b":[1,2,3]}}'), 'bad_cursor'];
		yield 'a cursor of 10,000 letters' => ['cursor=' . str_repeat('a', 10_000), 'bad_cursor'];
		yield 'a cursor with a nul byte' => ['cursor=' . rawurlencode(base64_encode('["a\u0000b",1]')), 'bad_cursor'];
		yield 'a cursor beyond numbers' => ['cursor=' . rawurlencode(base64_encode('["a",99999999999999999999]')), 'bad_cursor'];
		yield 'a parameter nobody knows' => ['colour=blue&_route=x&format=json', self::PEOPLE];
	}

	#[DataProvider('searches')]
	public function testSearch(string $query, int|string|null $expected): void {
		$this->check('/members', 'member-list', $query, $expected);
	}

	/** The page reads the same address and is always a page. */
	#[DataProvider('searches')]
	public function testPage(string $query, int|string|null $expected): void {
		$reply = $this->quickly("/index.php/apps/reseau/members?$query");
		self::assertSame(200, $reply->status, $query . $reply->error);
		self::assertStringContainsString('<div id="reseau-first"', $reply->body, $query);
		self::assertStringNotContainsString('<script>alert', $reply->body);
		if (is_int($expected) && $expected > 0) {
			self::assertStringContainsString('Personne ', $reply->body, $query);
		}
	}

	/**
	 * @return iterable<string, array{string, ?string}> the question, and why it is refused
	 */
	public static function counts(): iterable {
		foreach (self::searches() as $name => [$query, $expected]) {
			if (preg_match('/^(limit|sort|cursor)/', $query) !== 1) {
				yield $name => [$query . '&of=sector', is_string($expected) ? $expected : null];
			}
		}
		foreach (['territory', 'sector', 'value', 'theme', 'seek', 'offer', 'group', 'kind'] as $of) {
			yield "of $of" => ["of=$of", null];
		}
		yield 'of nothing' => ['', 'unknown_facet'];
		yield 'of an unknown criterion' => ['of=colour', 'unknown_facet'];
		yield 'of a list' => ['of[]=sector', 'wrong_type'];
		yield 'of SQL' => ['of=' . rawurlencode("sector' --"), 'unknown_facet'];
		yield 'of bytes' => ['of=%FF%00', 'unknown_facet'];
	}

	#[DataProvider('counts')]
	public function testCount(string $query, ?string $expected): void {
		$this->check('/members/facets', 'member-facets', $query, $expected);
	}

	public function testCommonWordsAreReportedAndNotCorrected(): void {
		// “soit” is as near to “soir”, which many write, as a slip.
		foreach (['soit', 'quand', 'Leurs, avec ceux'] as $words) {
			$answer = $this->data('GET', '/members', 'alice', ['q' => $words]);
			self::assertSame([0, true], [$answer['total'], $answer['everyday'] ?? false], $words);
			self::assertArrayNotHasKey('corrected', $answer, $words);
		}
		$within = $this->data('GET', '/members', 'alice', ['q' => 'quand', 'facet' => ['sector' => ['arts-culture']]]);
		self::assertSame([['without' => 'q', 'total' => self::PEOPLE, 'more' => false]], $within['wider']);
		self::assertSame([], $this->data('GET', '/members/facets', 'alice', ['q' => 'soit', 'of' => 'sector'])['choices']);

		$beside = $this->data('GET', '/members', 'alice', ['q' => 'quand cuisine']);
		self::assertSame([self::CUISINE - 1, false], [$beside['total'], isset($beside['everyday'])]);
		// Still being written, it may become a word.
		self::assertGreaterThan(0, $this->data('GET', '/members', 'alice', ['q' => 'pa'])['total']);
	}

	/** A cursor belongs to the question it came from: elsewhere it is refused, or leads on in the new question. */
	public function testACursorOfAnotherQueryIsRefused(): void {
		$first = $this->data('GET', '/members', 'alice', ['q' => 'cuisine', 'limit' => 5]);
		$kept = $this->data('GET', '/members/kept', 'bob', ['limit' => 5]);
		self::assertNotNull($kept['next']);
		$others = [
			'another sort' => ['q' => 'cuisine', 'sort' => 'name', 'cursor' => $first['next']],
			'other words' => ['q' => 'vélos', 'cursor' => $first['next']],
			'no words' => ['cursor' => $first['next']],
			'recent' => ['sort' => 'recent', 'cursor' => $first['next']],
			'kept cards' => ['q' => 'cuisine', 'cursor' => $kept['next']],
			'kept cards by date' => ['sort' => 'recent', 'cursor' => $kept['next']],
		];
		foreach ($others as $name => $query) {
			$reply = $this->ask('GET', '/members', 'alice', $query);
			if ($reply->status === 200) {
				$all = $this->all(array_diff_key($query, ['cursor' => 0]));
				self::assertSame([], array_diff(array_column($reply->data()['members'], 'id'), $all), $name);
			} else {
				self::assertSame([400, 'bad_cursor'], [$reply->status, $reply->data()['error']], "$name: $reply->body");
			}
		}
		$reply = $this->ask('GET', '/members/kept', 'bob', ['cursor' => $first['next']]);
		self::assertContains($reply->status, [200, 400], $reply->body);
	}

	public function testPagesShowEverybodyOnce(): void {
		foreach ([['q' => 'cuisine'], ['q' => 'riviere'], [], ['sort' => 'recent'], ['q' => 'riviere', 'sort' => 'name']] as $query) {
			$ids = $this->all($query + ['limit' => 37]);
			self::assertSame($ids, array_unique($ids), json_encode($query, JSON_THROW_ON_ERROR));
			self::assertCount(isset($query['q']) && $query['q'] === 'cuisine' ? self::CUISINE - 1 : self::PEOPLE, $ids);
		}
	}

	private function check(string $path, string $operation, string $query, int|string|null $expected): void {
		$reply = $this->quickly(self::API . "$path?$query");
		$what = mb_strimwidth($query, 0, 200, '…') . ': ' . mb_strimwidth($reply->body, 0, 500, '…') . ($reply->error ?? '');
		if ($reply->status === 200 && !is_string($expected)) {
			$data = $reply->data();
			self::assertIsArray($data['members'] ?? $data['choices'], $what);
			self::assertSame($expected ?? $data['total'] ?? null, $data['total'] ?? null, $what);
			return;
		}
		self::assertNotSame(500, $reply->status, $what);
		self::assertGreaterThanOrEqual(400, $reply->status, $what);
		self::assertContains($reply->data()['error'] ?? null, self::reasons($operation), $what);
		self::assertSame($expected ?? $reply->data()['error'], $reply->data()['error'], $what);
	}

	private function quickly(string $path): Reply {
		$start = hrtime(true);
		$computed = self::computed();
		$reply = $this->kernel->request('GET', $path, 'alice');
		self::assertLessThan(self::COMPUTED, self::computed() - $computed, mb_strimwidth($path, 0, 200, '…'));
		self::assertLessThan(self::LONGEST, (hrtime(true) - $start) / 1e9, mb_strimwidth($path, 0, 200, '…'));
		return $reply;
	}

	/** Seconds this process has had a processor to itself. */
	private static function computed(): float {
		$usage = getrusage();
		return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
	}

	/** @return list<string> why the contract says that an endpoint refuses */
	private static function reasons(string $operation): array {
		$openapi = json_decode((string)file_get_contents(__DIR__ . '/../../../openapi.json'), true, 64, JSON_THROW_ON_ERROR);
		foreach ($openapi['paths'] as $methods) {
			foreach ($methods as $described) {
				if ($described['operationId'] === $operation) {
					return $described['x-reasons'];
				}
			}
		}
		self::fail("$operation is not in openapi.json");
	}

	/**
	 * @param array<string, mixed> $query
	 * @return list<int> everybody found, page by page
	 */
	private function all(array $query): array {
		$ids = [];
		$cursor = '';
		do {
			$page = $this->data('GET', '/members', 'alice', $query + ['cursor' => $cursor]);
			$ids = [...$ids, ...array_column($page['members'], 'id')];
			$cursor = $page['next'];
		} while ($cursor !== null);
		self::assertSame($page['total'], count($ids));
		return $ids;
	}

	public function testARefusedOrderNamesItsField(): void {
		self::assertSame('sort', $this->assertRefused(400, 'bad_sort', 'GET', '/members?sort=price', 'alice')['field']);
	}
}
