<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\SpellingMapper;
use OCA\Reseau\Shared\Audience\Audience;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;

/** The words near a mistyped one are found by their spellings: as many as by looking at every word, which the test does. */
#[Group('databases')]
class SpellingTest extends TestCase {
	private const LETTERS = 'abcdef';

	private Kernel $kernel;

	protected function setUp(): void {
		$this->kernel = sandbox();
		mt_srand(7);
	}

	public function testEveryWordThatIsNearIsFound(): void {
		$words = [];
		while (count($words) < 1500) {
			$words[self::word(mt_rand(3, 11))] = true;
		}
		$words = array_map(strval(...), array_keys($words));
		$spellings = $this->kernel->get(SpellingMapper::class);
		$spellings->add('member', $words);
		for ($i = 0; $i < 150; $i++) {
			$slip = self::slip($words[array_rand($words)]);
			$found = $spellings->alike('member', [$slip], false);
			$one = array_filter($words, static fn (string $word): bool => levenshtein($slip, $word) <= 1 || self::isSwapped($slip, $word));
			self::assertSame([], array_diff($one, $found), "one letter from $slip");
			$twice = substr($slip, 0, 3) . self::slip(substr($slip, 3));
			$two = array_filter($words, static fn (string $word): bool => strncmp($twice, $word, 3) === 0 && levenshtein($twice, $word) <= 2);
			self::assertSame([], array_diff($two, $spellings->alike('member', [$twice], true)), "two letters from $twice");
			self::assertLessThan(300, count($found), 'few are to be compared');
		}
	}

	public function testAWordIsKnownAsLongAsAnObjectHasIt(): void {
		$index = $this->kernel->get(Index::class);
		$put = static function (int $id, string $text) use ($index): void {
			$document = new Document('member', $id, $id, Audience::Members, "n$id", 1);
			$document->text('offers', $text, Audience::Members, 5);
			$index->put($document);
		};
		$put(1, 'marmite louche');
		$put(2, 'marmite');
		self::assertSame(['louch', 'marmit'], $this->words());
		$put(1, 'louche');
		self::assertSame(['louch', 'marmit'], $this->words());
		$put(2, 'fouet');
		self::assertSame(['fouet', 'louch'], $this->words());
		$index->together(static function () use ($index, $put): void {
			$index->remove('member', 1);
			$put(2, 'louche, spatule 12');
			$put(3, 'fouet');
		});
		self::assertSame(['fouet', 'louch', 'spatul'], $this->words());
		$index->remove('member', 2, 3);
		self::assertSame([], $this->words());
		self::assertSame(0, (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_spellings`')->fetchOne());
	}

	/** @return list<string> */
	private function words(): array {
		$result = $this->kernel->get(IDBConnection::class)->executeQuery("SELECT DISTINCT token FROM `*PREFIX*reseau_spellings` WHERE object_type = 'member' ORDER BY token");
		return array_column($result->fetchAll(), 'token');
	}

	private static function word(int $length): string {
		$word = '';
		while (strlen($word) < $length) {
			$word .= self::LETTERS[mt_rand(0, strlen(self::LETTERS) - 1)];
		}
		return $word;
	}

	/** One letter less, more or other, or two that changed places. */
	private static function slip(string $word): string {
		$at = mt_rand(0, max(0, strlen($word) - 2));
		$letter = self::word(1);
		return match (mt_rand(0, 3)) {
			0 => substr($word, 0, $at) . substr($word, $at + 1),
			1 => substr($word, 0, $at) . $letter . substr($word, $at),
			2 => substr($word, 0, $at) . $letter . substr($word, $at + 1),
			3 => substr($word, 0, $at) . strrev(substr($word, $at, 2)) . substr($word, $at + 2),
		};
	}

	private static function isSwapped(string $one, string $other): bool {
		for ($i = 0; $i < strlen($one) - 1; $i++) {
			if (substr($one, 0, $i) . strrev(substr($one, $i, 2)) . substr($one, $i + 2) === $other) {
				return true;
			}
		}
		return false;
	}
}
