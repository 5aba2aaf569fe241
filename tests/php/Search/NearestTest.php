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
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;

/**
 * Random objects, whose words a viewer sees or not, and random questions. Compared with a look at every object: who has all the words, else who has
 * any of them, most first; the viewer's own object last.
 */
#[Group('databases')]
class NearestTest extends TestCase {
	private const NETWORKS = 2;
	private const OBJECTS = 40;
	private const QUESTIONS = 24;
	/** Of the viewer. */
	private const OWN = 7;

	/** No stem joins two of them, and none begins as another does. The first are frequent, the last is nowhere. */
	private const WORDS = ['avok', 'belk', 'cirk', 'dorvik', 'elmak', 'furk', 'gontek', 'hask', 'zzyk'];
	private const SECTORS = ['nord', 'sud'];

	private Kernel $kernel;

	/** @var array<int, array{seen: list<string>, hidden: list<string>, sectors: list<string>, fresh: int}> */
	private array $objects = [];

	public function testFindsPeopleWithMostOfTheWords(): void {
		$near = $own = 0;
		for ($seed = 1; $seed <= self::NETWORKS; $seed++) {
			mt_srand($seed);
			$this->draw();
			for ($i = 0; $i < self::QUESTIONS; $i++) {
				[$words, $facets] = $this->question();
				$where = implode(' ', $words) . ' ' . json_encode($facets) . ", network $seed";
				$all = $this->having($words, $facets, count($words));
				$others = array_diff($all, [self::OWN]);
				$some = $this->having($words, $facets, 1);
				$isNear = $others === [] && count($words) > 1 && array_diff($some, [self::OWN]) !== [];
				$expected = $isNear ? $some : $all;
				$answer = $this->find($words, $facets);
				self::assertSame([$isNear, $isNear && $all !== []], [$answer->near, $answer->own], $where);
				self::assertEqualsCanonicalizing($expected, $answer->page->ids, $where);
				self::assertSame([count($expected), null, false], [$answer->page->total, $answer->page->next, $answer->page->more], $where);
				foreach (['relevance', 'name', 'recent'] as $order) {
					$ids = $this->find($words, $facets, $order)->page->ids;
					self::assertSame($ids, $this->walk($words, $facets, $order, 3), "$where by $order in pages of 3");
					self::assertSame($ids, $this->walk($words, $facets, $order, 1), "$where by $order one by one");
					$this->assertInOrder($words, $ids, $isNear && $order === 'relevance' ? 'near' : $order, $where);
				}
				$near += $isNear ? 1 : 0;
				$own += $isNear && $all !== [] ? 1 : 0;
			}
		}
		self::assertGreaterThan(15, $near, 'of the questions, to be worth comparing');
		self::assertGreaterThan(1, $own);
	}

	public function testHiddenWordsBringNobodyNearAndChangeNoOrder(): void {
		mt_srand(11);
		$this->draw();
		$questions = array_map(fn (): array => $this->question(), range(1, self::QUESTIONS));
		$answers = fn (): array => array_map(function (array $question): array {
			$answer = $this->find(...$question);
			return [$answer->near, $answer->own, $answer->page->ids, $answer->page->total, $answer->page->fields];
		}, $questions);
		$before = $answers();
		foreach ($this->objects as $id => $object) {
			if ($id !== self::OWN) {
				$this->objects[$id]['hidden'] = $this->some(2);
			}
		}
		$this->store();
		self::assertSame($before, $answers());
	}

	public function testOneWordHasNothingToLeaveOut(): void {
		mt_srand(2);
		$this->draw();
		$answer = $this->find(['zzyk'], []);
		self::assertSame([false, 0], [$answer->near, $answer->page->total]);
	}

	public function testNumbersAndBeginningsAreTooLittle(): void {
		mt_srand(2);
		$this->draw();
		$index = $this->kernel->get(Index::class);
		$document = new Document('member', 90, 90, Audience::Members, 'zz', 1);
		$document->text('offers', '06 21 zebrak', Audience::Members, 5);
		$index->put($document);
		self::assertSame([], $this->find(['06', 'zzyk'], [])->page->ids);
		self::assertSame([], $this->find(['zzyk', 'ze'], [])->page->ids);
		self::assertSame([90], $this->find(['zzyk', 'zeb'], [])->page->ids);
		self::assertSame([90], $this->find(['06', 'zeb'], [])->page->ids);
	}

	/** @param list<string> $words */
	private function assertInOrder(array $words, array $ids, string $order, string $where): void {
		$keys = array_map(fn (int $id): array => [
			$id === self::OWN,
			...match ($order) {
				'near' => [-$this->points($words, $id)],
				'name' => [self::nameOf($id)],
				'recent' => [-$this->objects[$id]['fresh'], -$id],
				'relevance' => [],
			},
		], $ids);
		$sorted = $keys;
		sort($sorted);
		self::assertSame($sorted, $keys, "$where by $order");
	}

	/** @param list<string> $words */
	private function points(array $words, int $id): int {
		$points = 0;
		foreach (array_unique($words) as $word) {
			$count = count($this->having([$word], [], 1));
			$points += in_array($word, $this->readable($id), true) ? (int)round(100 * (1 + log10((Finder::MANY + 1) / $count))) : 0;
		}
		return $points;
	}

	/**
	 * @param list<string> $words
	 * @param array<string, list<string>> $facets
	 * @return list<int>
	 */
	private function having(array $words, array $facets, int $least): array {
		return array_keys(array_filter(
			$this->objects,
			fn (array $object, int $id): bool => count(array_intersect($words, $this->readable($id))) >= $least
				&& ($facets === [] || array_intersect($facets['sector'], $object['sectors']) !== []),
			ARRAY_FILTER_USE_BOTH,
		));
	}

	/** @return list<string> */
	private function readable(int $id): array {
		return [...$this->objects[$id]['seen'], ...$id === self::OWN ? $this->objects[$id]['hidden'] : []];
	}

	/** @return array{list<string>, array<string, list<string>>} */
	private function question(): array {
		$words = self::WORDS;
		shuffle($words);
		return [array_slice($words, 0, mt_rand(1, 5)), mt_rand(0, 2) === 0 ? ['sector' => [self::SECTORS[mt_rand(0, 1)]]] : []];
	}

	/** @return list<string> words, the first of all rather than the last */
	private function some(int $times): array {
		return array_values(array_filter(array_slice(self::WORDS, 0, -1), static fn (string $word, int $i): bool => mt_rand(0, 2 + $i) < $times, ARRAY_FILTER_USE_BOTH));
	}

	private function draw(): void {
		$this->kernel = sandbox();
		$this->objects = [];
		for ($id = 1; $id <= self::OBJECTS; $id++) {
			$this->objects[$id] = [
				'seen' => $this->some(1),
				'hidden' => $this->some(1),
				'sectors' => array_values(array_filter(self::SECTORS, static fn (): bool => mt_rand(0, 1) === 0)),
				'fresh' => 86400 * mt_rand(1, 5),
			];
		}
		// A need that only the viewer has written down.
		$this->objects[self::OWN]['hidden'] = array_slice(self::WORDS, 0, -1);
		$this->store();
	}

	private function store(): void {
		$index = $this->kernel->get(Index::class);
		foreach ($this->objects as $id => $object) {
			$document = new Document('member', $id, $id, Audience::Members, self::nameOf($id), $object['fresh']);
			foreach ($object['seen'] as $i => $word) {
				$document->text($i % 2 === 0 ? 'offers' : 'drives', $word, Audience::Members, $i % 2 === 0 ? 5 : 3);
			}
			$document->text('limits', implode(' ', $object['hidden']), Audience::Me, 9);
			foreach ($object['sectors'] as $sector) {
				$document->term('sector', $sector, Audience::Members);
			}
			$index->put($document);
		}
	}

	private static function nameOf(int $id): string {
		return sprintf('name %02d', ($id * 17) % 41);
	}

	/**
	 * @param list<string> $words
	 * @param array<string, list<string>> $facets
	 */
	private function find(array $words, array $facets, string $order = 'relevance', string $cursor = '', int $limit = 100): Answer {
		$parser = new QueryParser(QueryParser::fold([], []), 'theme');
		$query = new Query('member', new Viewer('somebody', self::OWN), $parser->read(implode(' ', $words)), $facets, own: self::OWN);
		return $this->kernel->get(Search::class)->find($query, $parser, implode(' ', $words), $order, $cursor, $limit);
	}

	/**
	 * @param list<string> $words
	 * @param array<string, list<string>> $facets
	 * @return list<int> ids of all pages
	 */
	private function walk(array $words, array $facets, string $order, int $limit): array {
		$ids = [];
		$cursor = '';
		do {
			$page = $this->find($words, $facets, $order, $cursor, $limit)->page;
			self::assertLessThanOrEqual($limit, count($page->ids));
			array_push($ids, ...$page->ids);
			$cursor = $page->next ?? '';
		} while ($cursor !== '');
		return $ids;
	}
}
