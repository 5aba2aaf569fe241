<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Search\Tokenizer;
use OCA\Reseau\Tests\NetworkTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** The words people type around what they search for are left out of the search and listed. */
class EverydayWordsTest extends NetworkTestCase {
	/** @return iterable<string, array{list<string>, list<string>}> the words searched for and the words left out, by question */
	public static function questions(): iterable {
		yield 'quelqu’un pour m’aider à réparer une serre' => [['reparer', 'serre'], ['quelqu’un', 'm’aider']];
		yield "QUELQU'UN QUI POURRAIT M'AIDER" => [['quelqu', 'pourrait', 'aider'], []];
		yield 'Y a-t-il quelqu\'un qui sait souder ?' => [['souder'], ["quelqu'un", 'sait']];
		yield 'Bonjour, nous aurions besoin d’aide pour le jardin. Merci !' => [['aurions', 'jardin'], ['Bonjour', 'besoin', 'd’aide', 'Merci']];
		yield 'qui connaîtrait une grange' => [['grange'], ['connaîtrait']];
		yield 'où trouver de la laine, s’il vous plaît' => [['laine'], ['trouver', 'plaît']];
		yield 'aider, aider encore au jardin' => [['jardin'], ['aider']];
		// Everyday words are parts of others, which stay.
		yield 'aide-soignante' => [['soignante'], ['aide']];
		yield 'aidant familial' => [['aidant', 'familial'], []];
		yield 'rencontres' => [['rencontres'], []];
		yield 'jardin partagé' => [['jardin', 'partage'], []];
		yield 'pour' => [['pour'], []];
		yield '' => [[], []];
	}

	/**
	 * @param list<string> $asked
	 * @param list<string> $leftOut
	 */
	#[DataProvider('questions')]
	public function testAreLeftOut(array $asked, array $leftOut): void {
		$question = (string)$this->dataName();
		self::assertSame($asked, array_column(Tokenizer::asked($question), 1));
		self::assertSame($leftOut, Tokenizer::leftOut($question));
	}

	public function testTheDirectoryTellsWhatItLeftOut(): void {
		$this->account('alice');
		$this->account('bob');
		$this->card('alice', ['name' => 'Alice', 'offers' => [['text' => 'Réparer des serres', 'terms' => []]]]);
		$found = $this->data('GET', '/members', 'bob', ['q' => 'quelqu’un pour m’aider à réparer une serre']);
		self::assertSame(['Alice'], array_column($found['members'], 'name'));
		self::assertSame(['quelqu’un', 'm’aider'], $found['leftOut']);
		self::assertArrayNotHasKey('near', $found);
	}

	/** Numbers, days and months are everywhere: they narrow a search, and are found alone, but bring nobody next to other words. */
	public function testDaysAndNumbersFindNothingNextToOtherWords(): void {
		$this->account('alice');
		$this->account('bob');
		$this->card('alice', ['name' => 'Alice', 'offers' => [['text' => 'Deux remorques le samedi, depuis 2025', 'terms' => []]]]);
		$names = fn (string $words): array => array_column($this->data('GET', '/members', 'bob', ['q' => $words])['members'], 'name');
		foreach (['deux fourgons samedi', 'accordéon samedi', 'Foix deux', 'échasses 2025', 'samedi zzz'] as $words) {
			self::assertSame([], $names($words), $words);
		}
		foreach (['samedi', 'deux samedi', 'deux lundis', '2025', 'remorque samedi', 'remorque lundi', 'une remorque pour dimanche'] as $words) {
			self::assertSame(['Alice'], $names($words), $words);
		}
		$found = $this->data('GET', '/members', 'bob', ['q' => 'échasses samedi']);
		self::assertArrayNotHasKey('wider', $found, 'samedi alone leads nowhere');
	}

	/** A question of nothing else finds those who wrote it; where nobody has, the page says why. */
	public function testAreSearchedIfTheQuestionHasNoOtherWords(): void {
		$this->account('alice');
		$this->card('alice', ['name' => 'Alice', 'drives' => 'La laine']);
		$found = $this->data('GET', '/members', 'alice', ['q' => 'quelqu’un pour m’aider']);
		self::assertSame([0, true], [$found['total'], $found['everyday'] ?? false]);
		self::assertArrayNotHasKey('leftOut', $found);
		self::assertArrayNotHasKey('corrected', $found);
		$this->account('bob');
		$this->card('bob', ['name' => 'Bob', 'offers' => [['text' => 'De l’aide aux devoirs', 'terms' => []]]]);
		$found = $this->data('GET', '/members', 'alice', ['q' => 'aider']);
		self::assertSame([['Bob'], false], [array_column($found['members'], 'name'), $found['everyday'] ?? false]);
	}
}
