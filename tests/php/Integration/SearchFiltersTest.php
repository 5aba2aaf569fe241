<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\MemberSearchProvider;
use OCA\Reseau\Tests\Library\LibraryTestCase;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Service\SearchFilter;
use Sandbox\Service\SearchQuery;

/** Nextcloud's filters by date and person, in the unified search. */
class SearchFiltersTest extends LibraryTestCase {
	/** Noon of these days. */
	private const FIRST = 1_764_590_400;
	private const DAY = 86_400;

	protected function setUp(): void {
		parent::setUp();
		$this->account('zohra');
		$this->group('eau', $this->cards['odile'], $this->cards['linh']);
		foreach (['odile', 'linh'] as $day => $uid) {
			$this->kernel->clock->stopAt(self::FIRST + $day * self::DAY);
			$this->data('POST', '/notices', $uid, ['kind' => 'offer', 'title' => "Un banc de $uid", 'key' => "key-of-$uid"], 201);
			$this->published($this->file("$uid.md"), ['title' => "Le banc de $uid", 'authors' => [$this->cards[$uid]['id']]]);
		}
	}

	public static function types(): array {
		return [
			'members' => ['reseau-members', ['Odile']],
			'groups' => ['reseau-groups', ['Groupe eau']],
			'sheets' => ['reseau-sheets', ['Le banc de odile']],
			'notices' => ['reseau-notices', ['Un banc de odile']],
		];
	}

	#[DataProvider('types')]
	public function testOfAPerson(string $provider, array $expected): void {
		self::assertSame($expected, $this->found($provider, ['person' => 'odile']), 'without words');
		self::assertSame([], $this->found($provider, ['person' => 'zohra']), 'has no card');
		self::assertSame([], $this->found($provider, ['person' => 'odile', 'term' => 'zzz']));
		$this->data('PUT', "/members/{$this->cards['odile']['id']}/status", 'odile', ['status' => 'paused', 'version' => $this->cards['odile']['version']]);
		self::assertSame([], $this->found($provider, ['person' => 'odile']), 'not shown any more');
	}

	public function testWordsAndPersonTogether(): void {
		self::assertSame(['Un banc de linh', 'Un banc de odile'], $this->found('reseau-notices', ['term' => 'banc']));
		self::assertSame(['Un banc de linh'], $this->found('reseau-notices', ['term' => 'banc', 'person' => 'linh']));
		self::assertSame(['Le banc de linh'], $this->found('reseau-sheets', ['term' => 'banc', 'person' => 'linh']));
		self::assertSame([], $this->found('reseau-members', ['term' => 'odile', 'person' => 'linh']));
	}

	public function testANoticeForOneGroupIsNotFoundByThoseOutside(): void {
		$notice = ['kind' => 'need', 'title' => 'Une brouette', 'audience' => 'group', 'groupId' => (int)$this->groupId('eau'), 'key' => 'key-of-group'];
		$this->data('POST', '/notices', 'odile', $notice, 201);
		self::assertContains('Une brouette', $this->found('reseau-notices', ['person' => 'odile'], 'linh'));
		self::assertSame(['Un banc de odile'], $this->found('reseau-notices', ['person' => 'odile'], 'romain'));
	}

	public function testDates(): void {
		$day = static fn (int $day): string => gmdate(DATE_ATOM, self::FIRST + $day * self::DAY);
		foreach (['reseau-notices' => 'Un', 'reseau-sheets' => 'Le'] as $provider => $a) {
			self::assertSame(["$a banc de linh", "$a banc de odile"], $this->found($provider, ['since' => $day(0)]), 'the newest first');
			self::assertSame(["$a banc de linh"], $this->found($provider, ['since' => $day(1)]));
			self::assertSame(["$a banc de odile"], $this->found($provider, ['until' => $day(0), 'term' => 'banc']));
			self::assertSame([], $this->found($provider, ['since' => $day(2), 'term' => 'banc']));
			self::assertSame(["$a banc de odile"], $this->found($provider, ['since' => $day(-1), 'until' => $day(0), 'person' => 'odile']));
			self::assertSame([], $this->found($provider, ['since' => $day(1), 'person' => 'odile']));
		}
		$now = gmdate(DATE_ATOM);
		self::assertSame([], $this->found('reseau-members', ['since' => $day(1_000_000)]));
		self::assertSame(['Linh', 'Odile', 'Romain'], $this->found('reseau-members', ['until' => $day(1_000_000)], 'romain'));
		self::assertSame($this->found('reseau-groups', ['until' => $now]), ['Groupe eau']);
	}

	public function testPages(): void {
		$this->data('POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'Une table', 'key' => 'key-of-table'], 201);
		$first = $this->answer('reseau-notices', ['person' => 'odile', 'limit' => 1]);
		$second = $this->answer('reseau-notices', ['person' => 'odile', 'limit' => 1, 'cursor' => $first['cursor']]);
		self::assertSame([['Une table'], ['Un banc de odile'], null], [array_column($first['entries'], 'title'), array_column($second['entries'], 'title'), $second['cursor']]);
	}

	/** Nextcloud asks only what says that it knows the filter. */
	public function testAFilterByGroupFindsNobody(): void {
		$this->kernel->request('GET', '/', 'romain');
		$user = $this->kernel->get(IUserManager::class)->get('romain');
		$provider = $this->kernel->get(MemberSearchProvider::class);
		self::assertSame(['term', 'since', 'until', 'person'], $provider->getSupportedFilters());
		$found = $provider->search($user, new SearchQuery('odile', 5, null, ['person' => new SearchFilter('a group of accounts')]));
		self::assertSame([], $found->jsonSerialize()['entries']);
	}

	/** @return list<string> titles */
	private function found(string $provider, array $query, string $uid = 'romain'): array {
		return array_column($this->answer($provider, $query, $uid)['entries'], 'title');
	}

	/** @return array<string, mixed> */
	private function answer(string $provider, array $query, string $uid = 'romain'): array {
		$reply = $this->kernel->request('GET', "/ocs/v2.php/search/providers/$provider/search", $uid, $query);
		self::assertSame(200, $reply->status, (string)$reply->error);
		return $reply->data();
	}
}
