<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Member\Part;
use OCA\Reseau\Tests\NetworkTestCase;

/**
 * Random networks, every viewer, every surface, held against the naive oracle: what a viewer is answered contains of each
 * card exactly what they may read. Every part of every card carries a word that stands nowhere else.
 */
class LeakTest extends NetworkTestCase {
	private const NETWORKS = 5;
	private const ACCOUNTS = 13;
	private const KEPT = 7;
	private const COMMUNES = [
		'11206', '11304', '11069', '12145', '12202', '30007', '30189', '31555', '31395', '32013', '34032', '34172', '34142',
		'46042', '48095', '65440', '65059', '66136', '66124', '81004', '81065', '82121', '09122', '09225',
	];
	private const LEVELS = ['me', 'groups', 'members', 'public'];

	/** @var array<int, array{uid: ?string, steward: ?string, status: string, visibility: array<string, string>}> */
	private array $cards = [];
	/** @var array<int, array<string, list<string>>> marks by card and part */
	private array $marks = [];
	private NaiveOracle $oracle;
	private int $triples = 0;

	public function testNoSurfaceTellsMoreOrLessThanItMay(): void {
		for ($seed = 1; $seed <= self::NETWORKS; $seed++) {
			mt_srand($seed);
			parent::setUp();
			$this->drawNetwork();
			foreach ($this->viewers() as $viewer) {
				$this->checkPages($viewer, '/members', 'list', "network $seed");
				$this->checkPages($viewer, '/members/kept', 'kept', "network $seed");
				$this->checkFirstState($viewer, "network $seed");
				foreach (array_keys($this->cards) as $card) {
					$this->checkCard($viewer, $card, "network $seed");
				}
			}
		}
		self::assertGreaterThanOrEqual(10_000, $this->triples);
	}

	/** The list, page by page, and the cards one keeps. */
	private function checkPages(string $viewer, string $path, string $surface, string $where): void {
		$text = '';
		$shown = [];
		$cursor = '';
		do {
			$page = $this->data('GET', $path, $viewer, ['cursor' => $cursor, 'limit' => 7]);
			$text .= json_encode($page, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
			$shown = [...$shown, ...array_column($page['members'], 'id')];
			$cursor = $page['next'];
		} while ($cursor !== null);
		$expected = array_filter(array_keys($this->cards), fn (int $card): bool => $surface === 'list'
			? $this->cards[$card]['status'] === 'published'
			: $this->cards[$card]['uid'] === null && $this->oracle->keeps($viewer, $card));
		self::assertEqualsCanonicalizing($expected, $shown, "$surface for $viewer, $where");
		self::assertSame(count($expected), $page['total'], "total of $surface for $viewer, $where");
		foreach (array_keys($this->cards) as $card) {
			$in = in_array($card, $expected, true);
			$this->compare($text, $card, fn (string $part): bool => $in && $this->oracle->mayRead($viewer, $card, $part), "$surface for $viewer, $where");
		}
	}

	/** What comes along in the page itself. */
	private function checkFirstState(string $viewer, string $where): void {
		foreach (['/members' => null] + array_fill_keys(array_map(static fn (int $id): string => "/members/$id", array_rand($this->cards, 3)), 1) as $path => $one) {
			$html = $this->kernel->request('GET', "/index.php/apps/reseau$path", $viewer)->body;
			$first = self::state($html, 'first');
			self::assertNotNull($first, "$path for $viewer, $where");
			$own = json_encode([self::state($html, 'me'), self::state($html, 'session')], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
			foreach ($this->cards as $card => $facts) {
				$this->compare($own, $card, static fn (): bool => $facts['uid'] === $viewer, "own state for $viewer, $where");
			}
			$shown = array_column($first['members']['members'] ?? (isset($first['member']) ? [$first['member']] : []), 'id');
			$text = json_encode($first, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
			foreach (array_keys($this->cards) as $card) {
				$in = in_array($card, $shown, true);
				if ($one !== null && $path === "/members/$card") {
					self::assertSame($this->oracle->knows($viewer, $card), $in, "$path for $viewer, $where");
				}
				$this->compare($text, $card, fn (string $part): bool => $in && $this->oracle->mayRead($viewer, $card, $part), "$path for $viewer, $where");
			}
		}
	}

	/** The card itself, its export, and its keeper's previews. */
	private function checkCard(string $viewer, int $card, string $where): void {
		$keeps = $this->oracle->keeps($viewer, $card);
		$status = match (true) {
			$keeps => 200,
			$this->oracle->knows($viewer, $card) => 403,
			default => 404,
		};
		$answer = $this->ask('GET', "/members/$card", $viewer);
		self::assertSame($status === 403 ? 200 : $status, $answer->status, "card $card for $viewer, $where");
		$this->compare(self::plain($answer->body), $card, fn (string $part): bool => $this->oracle->mayRead($viewer, $card, $part), "card for $viewer, $where");

		$answer = $this->ask('GET', "/members/$card/export", $viewer);
		self::assertSame($status, $answer->status, "export of $card for $viewer, $where");
		$this->compare(self::plain($answer->body), $card, static fn (string $part): bool => $keeps, "export for $viewer, $where");

		// A change from an old version is answered with the card as it is now, to its keeper only.
		$answer = $this->ask('PUT', "/members/$card", $viewer, ['version' => 0]);
		self::assertSame($keeps ? 409 : $status, $answer->status, "stale change of $card by $viewer, $where");
		$this->compare(self::plain($answer->body), $card, static fn (string $part): bool => $keeps, "stale change by $viewer, $where");

		foreach (['visitor', 'member', 'groups'] as $as) {
			$answer = $this->ask('GET', "/members/$card/preview", $viewer, ['as' => $as]);
			self::assertSame($status, $answer->status, "preview of $card for $viewer, $where");
			$this->compare(self::plain($answer->body), $card, fn (string $part): bool => $keeps && $this->oracle->previewShows($as, $card, $part), "preview as $as for $viewer, $where");
		}
	}

	/** @param callable(string): bool $may whether a part may be read */
	private function compare(string $text, int $card, callable $may, string $where): void {
		$this->triples++;
		foreach ($this->marks[$card] as $part => $marks) {
			foreach ($marks as $mark) {
				if (str_contains($text, $mark) !== $may($part)) {
					self::fail("$part of card $card ({$this->cards[$card]['visibility'][$part]}, {$this->cards[$card]['status']}): "
						. ($may($part) ? 'missing from ' : 'leaked by ') . $where);
				}
			}
		}
		$this->addToAssertionCount(1);
	}

	private static function state(string $html, string $key): mixed {
		$found = preg_match("/id=\"initial-state-reseau-$key\" value=\"([^\"]*)\"/", $html, $match) === 1;
		return $found ? json_decode((string)base64_decode($match[1], true), true, 64, JSON_THROW_ON_ERROR) : null;
	}

	private static function plain(string $json): string {
		return json_encode(json_decode($json, true, 64, JSON_THROW_ON_ERROR), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
	}

	/** @return list<string> */
	private function viewers(): array {
		return [...array_map(static fn (int $i): string => "u$i", range(0, self::ACCOUNTS - 1)), 'fanny', 'admin', 'cardless'];
	}

	private function drawNetwork(): void {
		$this->cards = [];
		$this->marks = [];
		$this->load(['values' => [], 'sectors' => array_map(static fn (int $i): array => ['id' => "sector-{$i}zz", 'fr' => "S$i"], range(0, 40)),
			'themes' => array_map(static fn (int $i): array => ['id' => "theme-{$i}zz", 'fr' => "T$i"], range(0, 40))]);
		$this->facilitator('fanny');
		$this->account('admin', ['admin']);
		$this->account('cardless');
		for ($i = 0; $i < self::ACCOUNTS; $i++) {
			$this->account("u$i");
			$this->draw($i, "u$i", null, fn (array $parts): array => $this->card("u$i", $parts));
		}
		for ($i = self::ACCOUNTS; $i < self::ACCOUNTS + self::KEPT; $i++) {
			$steward = mt_rand(0, 3) === 0 ? 'fanny' : 'u' . mt_rand(0, self::ACCOUNTS - 1);
			$this->draw($i, null, $steward, fn (array $parts): array => $this->keptCard($steward, $parts));
		}
		$memberships = $this->drawGroups();
		foreach ($this->cards as $id => $facts) {
			$this->drawStatus($id, $facts);
		}
		$left = array_filter($this->cards, static fn (array $facts): bool => $facts['status'] === 'withdrawn');
		$this->oracle = new NaiveOracle($this->cards, array_map(
			static fn (array $row): array => isset($left[$row['card']]) ? ['active' => false] + $row : $row,
			$memberships,
		), ['fanny']);
	}

	/** @param callable(array<string, mixed>): array<string, mixed> $make */
	private function draw(int $i, ?string $uid, ?string $steward, callable $make): void {
		$commune = self::COMMUNES[$i];
		$visibility = [];
		foreach (Part::cases() as $part) {
			$visibility[$part->value] = self::LEVELS[mt_rand(0, 3)];
		}
		$text = static fn (string $part): string => "zz{$part}-{$i}zz";
		$id = $make([
			'name' => "Nom $i",
			'headline' => $text('headline'),
			'drives' => $text('drives'),
			'seeks' => [['text' => $text('seeks'), 'terms' => ["theme-{$i}zz"]]],
			'offers' => [['text' => $text('offers'), 'terms' => []]],
			'skills' => [$text('skills')],
			'values' => ['Z' . $text('values')],
			'sectors' => ["sector-{$i}zz"],
			'trades' => [$text('trades')],
			'territories' => [['code' => $commune, 'kind' => 'commune', 'name' => '']],
			'networks' => [$text('networks')],
			'organisation' => $text('organisation'),
			'role' => $text('role'),
			'availability' => $text('availability'),
			'limits' => $text('limits'),
			'contact' => ['email' => "zzmail-{$i}zz@example.org", 'website' => "https://www.example.org/zzsite-{$i}zz", 'phone' => $text('phone')],
			'visibility' => $visibility,
		])['id'];
		$this->cards[$id] = ['uid' => $uid, 'steward' => $steward, 'status' => 'published', 'visibility' => $visibility];
		$this->marks[$id] = [
			'sectors' => ["sector-{$i}zz"],
			'territories' => ["\"code\":\"$commune\""],
			'contact' => ["zzmail-{$i}zz", "zzsite-{$i}zz"],
			'seeks' => [$text('seeks'), "theme-{$i}zz"],
			'values' => ['Z' . $text('values')],
		];
		foreach (['headline', 'drives', 'offers', 'skills', 'trades', 'networks', 'organisation', 'role', 'availability', 'limits', 'phone'] as $part) {
			$this->marks[$id][$part] = [$text($part)];
		}
	}

	/** @return list<array{group: string, card: int, active: bool}> */
	private function drawGroups(): array {
		$memberships = [];
		foreach (['eau', 'terre', 'feu', 'vent'] as $group) {
			$chosen = (array)array_rand($this->cards, 5);
			$this->group($group, ...array_map(static fn (int $id): array => ['id' => $id], $chosen));
			$gone = array_slice($chosen, 0, mt_rand(0, 2));
			$this->load([['id' => $group, 'title' => "Groupe $group", 'purpose' => '', 'memberships' => array_map(
				static fn (int $id): array => ['member' => "m$id", 'role' => 'membre', 'left' => '2026-11-24'],
				$gone,
			)]]);
			foreach ($chosen as $id) {
				$memberships[] = ['group' => $group, 'card' => $id, 'active' => !in_array($id, $gone, true)];
			}
		}
		return $memberships;
	}

	/** @param array{uid: ?string, steward: ?string} $facts */
	private function drawStatus(int $id, array $facts): void {
		$keeper = $facts['uid'] ?? (string)$facts['steward'];
		$status = ['published', 'published', 'published', 'paused', 'withdrawn'][mt_rand(0, 4)];
		if ($status !== 'published') {
			$version = $this->data('GET', "/members/$id", $keeper)['version'];
			$this->data('PUT', "/members/$id/status", $keeper, ['status' => $status, 'version' => $version]);
			$this->cards[$id]['status'] = $status;
		}
		if ($facts['steward'] !== null && mt_rand(0, 2) === 0) {
			$this->data('PUT', "/members/$id/steward", $keeper, ['uid' => null]);
			$this->cards[$id]['steward'] = null;
		}
	}
}
