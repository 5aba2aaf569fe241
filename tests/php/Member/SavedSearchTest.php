<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\DataProvider;

/** Searches kept for oneself. */
class SavedSearchTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('alice');
		$this->account('bob');
	}

	public function testASearchIsSavedRenamedAndDeleted(): void {
		$kept = $this->keep('  Eau de pluie ', ['q' => ' eau   de pluie ', 'facet' => ['sector' => ['arts-culture'], 'territory' => ['departement:11']]]);
		self::assertSame('Eau de pluie', $kept['name']);
		self::assertSame('eau de pluie', $kept['q']);
		self::assertSame(['sector' => ['arts-culture'], 'territory' => ['departement:11']], $kept['facet']);
		self::assertSame('2026-11-24T12:00:00+00:00', $kept['kept']);
		$renamed = $this->data('PUT', "/searches/{$kept['id']}", 'alice', ['name' => 'Pluie']);
		self::assertSame(array_replace($kept, ['name' => 'Pluie']), $renamed);
		self::assertSame([$renamed], $this->data('GET', '/searches', 'alice')['searches']);
		self::assertNull($this->data('DELETE', "/searches/{$kept['id']}", 'alice'));
		$this->assertRefused(404, 'not_found', 'DELETE', "/searches/{$kept['id']}", 'alice');
		self::assertSame([], $this->data('GET', '/searches', 'alice')['searches']);
	}

	public static function sameQuestions(): iterable {
		$asked = ['q' => 'Été à vélo', 'facet' => ['sector' => ['arts-culture', 'eau'], 'kind' => ['kept']]];
		yield 'written otherwise' => [$asked, ['q' => '  ete  A velo'] + $asked];
		yield 'chosen in another order' => [$asked, ['facet' => ['kind' => ['kept'], 'sector' => ['eau', 'arts-culture', 'eau']]] + $asked];
		yield 'signs alone' => [['q' => '!?'], ['q' => ' !? ']];
	}

	#[DataProvider('sameQuestions')]
	public function testTheSameSearchIsSavedOnce(array $first, array $second): void {
		$kept = $this->keep('Un', $first);
		$refusal = $this->assertRefused(409, 'already_kept', 'POST', '/searches', 'alice', ['name' => 'Deux'] + $second);
		self::assertSame($kept, $refusal['current']);
		$this->data('POST', '/searches', 'bob', ['name' => 'Deux'] + $second, 201);
		self::assertCount(1, $this->data('GET', '/searches', 'alice')['searches']);
	}

	public function testSearchesWithDifferentCharactersAreDifferent(): void {
		$this->keep('Un', ['q' => '!?']);
		$this->keep('Deux', ['q' => '!!']);
		self::assertSame(['Deux', 'Un'], array_column($this->data('GET', '/searches', 'alice')['searches'], 'name'));
	}

	public static function badInput(): iterable {
		yield 'no name' => [['name' => " \u{200B} ", 'q' => 'eau'], 'search_nameless', 'name'];
		yield 'name as a list' => [['name' => ['a'], 'q' => 'eau'], 'wrong_type', 'name'];
		yield 'name too long' => [['name' => str_repeat('é', 81), 'q' => 'eau'], 'too_long', 'name'];
		yield 'control characters' => [['name' => "a\0b", 'q' => 'eau'], 'bad_text', 'name'];
		yield 'nothing asked for' => [['name' => 'A', 'q' => ' '], 'nothing_to_keep', 'q'];
		yield 'no choices' => [['name' => 'A', 'facet' => ['sector' => []]], 'nothing_to_keep', 'q'];
		yield 'a criterion that does not exist' => [['name' => 'A', 'facet' => ['height' => ['180']]], 'unknown_facet', 'facet.height'];
		yield 'words too long' => [['name' => 'A', 'q' => str_repeat('a', 201)], 'too_long', 'q'];
	}

	#[DataProvider('badInput')]
	public function testBadInputSavesNothing(array $input, string $reason, string $field): void {
		$refusal = $this->assertRefused(400, $reason, 'POST', '/searches', 'alice', $input);
		self::assertSame($field, $refusal['field']);
		self::assertSame([], $this->data('GET', '/searches', 'alice')['searches']);
	}

	public function testFiftySearchesAreTheMaximum(): void {
		for ($i = 0; $i < 50; $i++) {
			$this->keep("Recherche $i", ['q' => "mot$i"]);
		}
		$refusal = $this->assertRefused(422, 'too_many_searches', 'POST', '/searches', 'alice', ['name' => 'A', 'q' => 'autre']);
		self::assertSame(50, $refusal['max']);
		// A duplicate is reported before the limit.
		$this->assertRefused(409, 'already_kept', 'POST', '/searches', 'alice', ['name' => 'A', 'q' => 'mot7']);
		self::assertCount(5, $this->data('GET', '/home', 'alice')['searches']);
	}

	public function testADeletedTermIsKeptAndFindsNobody(): void {
		$this->card('bob');
		$kept = $this->keep('Ancien mot', ['facet' => ['sector' => ['parti-depuis']]]);
		self::assertSame(['parti-depuis'], $kept['facet']['sector']);
		self::assertSame(0, $this->data('GET', '/members', 'alice', ['facet' => $kept['facet']])['total']);
	}

	public function testSearchesAreInTheExport(): void {
		$card = $this->card('alice');
		$kept = $this->keep('Eau', ['q' => 'eau']);
		self::assertSame([$kept], $this->data('GET', "/members/{$card['id']}/export", 'alice')['searches']);
		$other = $this->keptCard('alice');
		self::assertSame([], $this->data('GET', "/members/{$other['id']}/export", 'alice')['searches']);
	}

	public function testSearchesAreDeletedWithTheCardAndWithTheAccount(): void {
		$this->card('alice');
		$this->keep('Eau', ['q' => 'eau']);
		$this->data('POST', '/searches', 'bob', ['name' => 'Eau', 'q' => 'eau'], 201);
		$this->data('DELETE', '/members/me', 'alice');
		self::assertSame(['bob'], $this->keepers());
		$this->kernel->get(IUserManager::class)->get('bob')->delete();
		self::assertSame([], $this->keepers());
	}

	/**
	 * @param array<string, mixed> $asked
	 * @return array<string, mixed>
	 */
	private function keep(string $name, array $asked): array {
		return $this->data('POST', '/searches', 'alice', ['name' => $name] + $asked, 201);
	}

	/** @return list<string> */
	private function keepers(): array {
		$rows = $this->kernel->get(IDBConnection::class)->getQueryBuilder()->select('uid')->from('reseau_searches')->executeQuery()->fetchAll();
		return array_column($rows, 'uid');
	}
}
