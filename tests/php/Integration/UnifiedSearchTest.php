<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\MemberSearchProvider;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IUserManager;
use OCP\Search\ISearchQuery;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Service\SearchQuery;

/** Members in Nextcloud's unified search. */
class UnifiedSearchTest extends NetworkTestCase {
	private const SEARCH = '/ocs/v2.php/search/providers/reseau-members/search';

	public function testAnEntryLinksToTheCardAndShowsTheWordsInTheirContext(): void {
		$this->account('alice');
		$this->account('bob');
		$alice = $this->card('alice', [
			'name' => 'Alice Vent', 'drives' => 'Le vent se lève. Un jardin partagé au cœur du village. Et le reste.',
			'trades' => ['Maraîchage'], 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => 'Limoux']],
			'audience' => ['drives' => 'members', 'trades' => 'members', 'territories' => 'members'],
		]);
		$kept = $this->keptCard('bob', ['name' => 'Sans Compte', 'seeks' => [['text' => 'Un jardin', 'terms' => []]], 'audience' => ['seeks' => 'members']]);

		$entries = array_column($this->search('bob', 'jardin')['entries'], null, 'title');
		self::assertEqualsCanonicalizing(['Alice Vent', 'Sans Compte'], array_keys($entries));
		self::assertSame('http://localhost/avatar/alice/64', $entries['Alice Vent']['thumbnailUrl']);
		self::assertSame("http://localhost/apps/reseau/members/{$alice['id']}", $entries['Alice Vent']['resourceUrl']);
		self::assertStringContainsString('Un jardin partagé au cœur du village', $entries['Alice Vent']['subline']);
		self::assertTrue($entries['Alice Vent']['rounded']);
		self::assertSame(['', 'icon-user', 'Un jardin'], [
			$entries['Sans Compte']['thumbnailUrl'], $entries['Sans Compte']['icon'], $entries['Sans Compte']['subline'],
		]);
		self::assertSame(200, $this->kernel->request('GET', "/apps/reseau/members/{$kept['id']}", 'bob')->status);

		$byName = $this->search('bob', 'vent alice')['entries'][0];
		self::assertSame('Alice Vent', $byName['title']);
		self::assertSame('Le vent se lève.', trim($byName['subline'], '… '));
		$this->data('PUT', '/members/me', 'alice', ['version' => $alice['version'], 'drives' => '']);
		self::assertSame($this->data('GET', '/members', 'bob', ['q' => 'alice'])['members'][0]['line'], $this->search('bob', 'alice')['entries'][0]['subline']);
	}

	public function testTheWordsAreInTheVisibleLine(): void {
		$this->account('alice');
		$this->card('alice', ['name' => 'Alice', 'drives' => 'Depuis vingt ans, avec les enfants de la vallée et leurs grands-parents, les orgues', 'audience' => ['drives' => 'members']]);
		self::assertSame('… et leurs grands-parents, les orgues', $this->search('alice', 'orgues')['entries'][0]['subline']);
	}

	public function testItFindsWhatTheDirectoryShowsThisAccountAndNothingElse(): void {
		$this->kernel = self::emptyKernel();
		$this->demo();
		foreach (['maelle-roumegous', 'romain-vielfaure', 'admin'] as $viewer) {
			if ($this->kernel->get(IUserManager::class)->get($viewer) === null) {
				$this->account($viewer, ['admin']);
			}
			foreach (['jardin', 'jadrin partagé', 'écoute', 'musique aude', 'romain', 'ju', 'zzzz'] as $words) {
				$shown = $this->data('GET', '/members', $viewer, ['q' => $words, 'limit' => 25]);
				$found = $this->search($viewer, $words, 25);
				// This list cannot show that people have only some of the words.
				$all = isset($shown['near']) ? ['members' => [], 'next' => null] : $shown;
				self::assertSame(array_column($all['members'], 'name'), array_column($found['entries'], 'title'), "$words by $viewer");
				self::assertSame([$all['next'], $all['next'] !== null], [$found['cursor'], $found['isPaginated']]);
			}
		}
	}

	public function testWhatIsHiddenIsNotFound(): void {
		foreach (['alice', 'bob', 'carla'] as $uid) {
			$this->account($uid);
		}
		$cards = [
			$this->card('alice', ['name' => 'Alice', 'drives' => 'Les orgues', 'audience' => ['drives' => 'groups']]),
			$this->card('bob', ['name' => 'Bob']),
		];
		$this->card('carla', ['name' => 'Carla', 'drives' => 'Les orgues', 'audience' => ['drives' => 'me']]);
		$this->group('g', ...$cards);
		$titles = fn (string $uid): array => array_column($this->search($uid, 'orgues')['entries'], 'title');
		self::assertSame(['Alice'], $titles('alice'));
		self::assertSame(['Alice'], $titles('bob'));
		self::assertSame(['Carla'], $titles('carla'));
		$this->data('PUT', "/members/{$cards[0]['id']}/status", 'alice', ['status' => 'paused', 'version' => $cards[0]['version']]);
		self::assertSame([], $titles('bob'));
		self::assertSame(401, $this->kernel->request('GET', self::SEARCH, null, ['term' => 'orgues'])->status);
	}

	public function testTheAccountOfTheSearchCountsAndNotTheOneOfTheSession(): void {
		$this->account('alice');
		$this->account('bob');
		$this->card('alice', ['name' => 'Alice', 'drives' => 'Les orgues', 'audience' => ['drives' => 'me']]);
		$this->data('GET', '/members', 'alice');
		$provider = $this->kernel->get(MemberSearchProvider::class);
		$users = $this->kernel->get(IUserManager::class);
		$found = fn (string $uid): int => count($provider->search($users->get($uid), self::query('orgues'))->jsonSerialize()['entries']);
		self::assertSame([1, 0], [$found('alice'), $found('bob')]);
	}

	public function testPages(): void {
		$this->account('alice');
		$this->load(array_map(static fn (int $i): array => [
			'id' => "m$i", 'name' => "Membre $i", 'account' => false, 'drives' => 'Un jardin',
			'consent' => ['date' => '2026-11-20', 'how' => 'De vive voix'], 'audience' => ['drives' => 'members'],
		], range(1, 12)));
		$titles = [];
		$cursor = null;
		$sizes = [];
		do {
			$page = $this->search('alice', 'jardin', null, $cursor);
			$sizes[] = count($page['entries']);
			array_push($titles, ...array_column($page['entries'], 'title'));
			$cursor = $page['cursor'];
			self::assertSame($cursor !== null, $page['isPaginated']);
		} while ($cursor !== null);
		self::assertSame([5, 5, 2], $sizes);
		self::assertCount(12, array_unique($titles));
	}

	public static function nothings(): array {
		return [
			'nothing' => [''],
			'a letter' => ['a'],
			'a letter with an accent' => [' É '],
			'punctuation' => ['« ... » ? %_*'],
			'broken text' => ["\xc3\x28 jardin \xff"],
			'very long' => [str_repeat('jardin ', 1500)],
			'one long word' => [str_repeat('a', 10_000)],
			'SQL' => ["zz'); DROP TABLE oc_reseau_members; --"],
			'a cursor made up' => ['jardin', 'abc'],
			'a cursor of another list' => ['jardin', 'WyJhIiwxXQ'],
			'a number for a cursor' => ['jardin', 5],
		];
	}

	#[DataProvider('nothings')]
	public function testNoInputIsAnError(string $term, string|int|null $cursor = null): void {
		$this->account('alice');
		$this->card('alice', ['name' => 'Alice', 'drives' => 'Un jardin', 'audience' => ['drives' => 'members']]);
		$provider = $this->kernel->get(MemberSearchProvider::class);
		$found = $provider->search($this->kernel->get(IUserManager::class)->get('alice'), self::query($term, $cursor))->jsonSerialize();
		self::assertSame([[], false, null], [$found['entries'], $found['isPaginated'], $found['cursor']]);
	}

	public function testAnyLimitIsAccepted(): void {
		$this->account('alice');
		$this->card('alice', ['name' => 'Alice']);
		$provider = $this->kernel->get(MemberSearchProvider::class);
		$found = $provider->search($this->kernel->get(IUserManager::class)->get('alice'), self::query('alice', null, 1_000_000))->jsonSerialize();
		self::assertCount(1, $found['entries']);
	}

	public function testItIsFirstWithinTheApp(): void {
		$provider = $this->kernel->get(MemberSearchProvider::class);
		self::assertSame('Membres', $provider->getName());
		self::assertLessThan(0, $provider->getOrder('reseau.Page.index', []));
		self::assertGreaterThan(10, $provider->getOrder('files.View.index', []));
		self::assertGreaterThan(10, $provider->getOrder('', []));
	}

	/** @return array<string, mixed> what Nextcloud answers */
	private function search(string $uid, string $term, ?int $limit = null, ?string $cursor = null): array {
		$query = array_filter(['term' => $term, 'limit' => $limit, 'cursor' => $cursor], static fn ($value): bool => $value !== null);
		$reply = $this->kernel->request('GET', self::SEARCH, $uid, $query);
		self::assertSame(200, $reply->status, (string)$reply->error);
		return $reply->data();
	}

	private static function query(string $term, string|int|null $cursor = null, int $limit = 5): ISearchQuery {
		return new SearchQuery($term, $limit, $cursor);
	}
}
