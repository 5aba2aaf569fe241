<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Search;

use OCA\Reseau\Integration\MemberSearchProvider;
use OCA\Reseau\Integration\NoticeSearchProvider;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IUserManager;
use OCP\Search\ISearchQuery;
use PHPUnit\Framework\Attributes\Group;

/** What says the same as the words of a search, after what has them. */
#[Group('databases')]
class InOtherWordsTest extends NetworkTestCase {
	private const VAN = ['text' => 'Je prête ma camionnette', 'terms' => []];

	protected function setUp(): void {
		parent::setUp();
		foreach (['alice', 'bob', 'chloe', 'dora'] as $uid) {
			$this->account($uid);
		}
	}

	public function testComesAfterWhatHasTheWords(): void {
		$this->offers('alice', self::VAN);
		$this->offers('bob', ['text' => 'Un fourgon, le dimanche', 'terms' => []]);
		$this->offers('chloe', ['text' => 'Des chansons au coin du feu', 'terms' => []]);
		$found = $this->search('fourgon');
		self::assertSame([['Bob'], 1], [array_column($found['members'], 'name'), $found['total']]);
		self::assertSame([['Alice', [['part' => 'offers', 'pieces' => ['Je prête ma ', 'camionnette', '']]]]], self::alike($found));
		self::assertArrayNotHasKey('corrected', $found);
		self::assertArrayNotHasKey('near', $found);
		// Nobody has the word.
		$this->offers('bob', ['text' => 'Des veillées', 'terms' => []]);
		$found = $this->search('fourgon');
		self::assertSame([0, ['Alice']], [$found['total'], array_column($found['alike'], 'name')]);
		// Who has the word is not listed twice.
		$found = $this->search('camionnette');
		self::assertSame([['Alice'], false], [array_column($found['members'], 'name'), isset($found['alike'])]);
	}

	public function testWhatIsSoughtIsFoundAsWell(): void {
		$this->card('alice', ['name' => 'Alice', 'seeks' => [['text' => 'Une camionnette pour un déménagement', 'terms' => []]], 'audience' => ['seeks' => 'members']]);
		self::assertSame('seeks', $this->search('fourgon')['alike'][0]['found'][0]['part']);
	}

	public function testOneselfIsNotFound(): void {
		$this->offers('dora', self::VAN);
		self::assertArrayNotHasKey('alike', $this->search('fourgon'));
	}

	public function testBelowTheFloorThereIsNothing(): void {
		$this->offers('alice', ['text' => 'Raconter des histoires, le samedi', 'terms' => []]);
		$this->offers('bob', ['text' => 'Des vélos pour enfants, deux ou trois', 'terms' => []]);
		foreach (['fourgon', 'deux samedis', '2025', 'bonjour', 'samedi', 'Foix', 'zzyk'] as $words) {
			self::assertArrayNotHasKey('alike', $this->search($words), $words);
		}
	}

	public function testCriteriaAndWordsThatMeanNothingElseAreRequired(): void {
		$this->card('alice', ['name' => 'Alice', 'offers' => [['terms' => ['enfants']] + self::VAN], 'headline' => 'Habite rue Zzyk', 'audience' => ['offers' => 'members', 'headline' => 'members']]);
		$this->offers('bob', self::VAN);
		$names = fn (string $words, array $facet = []): array => array_column($this->search($words, $facet)['alike'] ?? [], 'name');
		self::assertEqualsCanonicalizing(['Alice', 'Bob'], $names('fourgon'));
		self::assertSame(['Alice'], $names('fourgon', ['theme' => ['enfants']]));
		self::assertSame([], $names('fourgon', ['theme' => ['permaculture']]));
		// She has one of the words, and comes with those who do.
		self::assertSame([[], ['Alice']], [$names('fourgon Zzyk'), array_column($this->search('fourgon Zzyk')['members'], 'name')]);
		self::assertSame([], $names('fourgon Wwyk'));
		self::assertSame(['Alice'], array_column($this->unified(MemberSearchProvider::class, 'fourgon Zzyk'), 0));
		self::assertEqualsCanonicalizing(['Alice', 'Bob'], $names('deux fourgons pour samedi'));
	}

	public function testAHiddenPartIsNeitherFoundNorChangesTheAnswer(): void {
		$this->offers('alice', self::VAN);
		$before = $this->search('fourgon');
		self::assertSame(['Alice'], array_column($before['alike'], 'name'));
		$bob = $this->card('bob', ['name' => 'Bob', 'audience' => ['offers' => 'me', 'seeks' => 'groups']]);
		$plain = $this->search('fourgon');
		$this->data('PUT', '/members/me', 'bob', ['offers' => [self::VAN], 'seeks' => [self::VAN], 'version' => 1]);
		self::assertSame($plain, $this->search('fourgon'));
		// People of a group see what is for the group, and only they.
		$this->group('transport', $bob, $this->card('dora', ['name' => 'Dora']));
		self::assertEqualsCanonicalizing(['Alice', 'Bob'], array_column($this->search('fourgon')['alike'], 'name'));
		self::assertSame(['Alice'], array_column($this->search('fourgon', uid: 'chloe')['alike'], 'name'));
		$this->data('PUT', '/members/me', 'alice', ['audience' => ['offers' => 'me'], 'version' => 1]);
		self::assertArrayNotHasKey('alike', $this->search('fourgon', uid: 'chloe'));
	}

	public function testNotices(): void {
		$this->offers('alice', ['text' => 'Des veillées', 'terms' => []]);
		$post = fn (string $uid, array $words): int => $this->data('POST', '/notices', $uid, $words + ['key' => 'notice-' . md5($words['title'])], 201)['id'];
		$van = $post('alice', ['kind' => 'offer', 'title' => 'Ma camionnette, le dimanche', 'text' => 'Pour déménager ou livrer.']);
		$found = $this->data('GET', '/notices', 'dora', ['q' => 'fourgon']);
		self::assertSame([[], 0, [$van]], [$found['notices'], $found['total'], array_column($found['alike'], 'id')]);
		self::assertArrayNotHasKey('alike', $this->data('GET', '/notices', 'dora', ['q' => 'fourgon', 'facet' => ['kind' => ['need']]]));
		self::assertSame([['Ma camionnette, le dimanche', 'En d’autres mots' . "\u{a0}" . ': Offre']], $this->unified(NoticeSearchProvider::class));
		$this->data('POST', "/notices/$van/end", 'alice');
		self::assertArrayNotHasKey('alike', $this->data('GET', '/notices', 'dora', ['q' => 'fourgon']));
	}

	public function testEveryListSaysWhatItIs(): void {
		$this->offers('alice', self::VAN);
		self::assertSame([['Alice', 'En d’autres mots' . "\u{a0}" . ': Je prête ma camionnette']], $this->unified(MemberSearchProvider::class));
		$page = $this->kernel->request('GET', '/apps/reseau/members?q=fourgon', 'dora')->body;
		self::assertMatchesRegularExpression('~en d’autres mots</h2>.*Alice.*<mark[^>]*>camionnette</mark>~s', $page);
	}

	/** One statement finds them, and one their cards, however many cards there are; none is read where the results are a list of their own. */
	public function testCostsLittle(): void {
		$this->offers('alice', self::VAN);
		$this->search('fourgon');
		self::assertSame(1, $this->countReads('reseau_subjects', fn () => $this->search('fourgon')));
		self::assertSame(0, $this->countReads('reseau_subjects', fn () => $this->search('Zzyk')));
		self::assertSame(0, $this->countReads('reseau_subjects', fn () => $this->search('')));
		for ($i = 0; $i < 11; $i++) {
			$this->keptCard('bob', ['name' => "Fourgon $i"]);
		}
		self::assertSame(0, $this->countReads('reseau_subjects', fn () => $this->search('fourgon', uid: 'bob')));
	}

	/** @param array<string, mixed> $item */
	private function offers(string $uid, array $item): void {
		$version = $this->ask('GET', '/members/me', $uid)->status === 200 ? $this->data('GET', '/members/me', $uid)['version'] : 0;
		$this->data('PUT', '/members/me', $uid, ['name' => ucfirst($uid), 'offers' => [$item], 'audience' => ['offers' => 'members'], 'version' => $version]);
	}

	/**
	 * @param array<string, list<string>> $facet
	 * @return array<string, mixed>
	 */
	private function search(string $words, array $facet = [], string $uid = 'dora'): array {
		return $this->data('GET', '/members', $uid, ['q' => $words, 'facet' => $facet]);
	}

	/** @return list<array{string, mixed}> */
	private static function alike(array $found): array {
		return array_map(static fn (array $one): array => [$one['name'], $one['found']], $found['alike']);
	}

	/** @return list<array{string, string}> title and line of each result */
	private function unified(string $provider, string $words = 'fourgon'): array {
		$query = $this->createStub(ISearchQuery::class);
		$query->method('getTerm')->willReturn($words);
		$query->method('getLimit')->willReturn(5);
		$result = $this->kernel->get($provider)->search($this->kernel->get(IUserManager::class)->get('dora'), $query)->jsonSerialize();
		return array_map(static fn (object $entry): array => [$entry->jsonSerialize()['title'], $entry->jsonSerialize()['subline']], $result['entries']);
	}
}
