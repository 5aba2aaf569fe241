<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Map\Bridges;
use OCA\Reseau\Map\NetworkMap;
use OCA\Reseau\Map\TerritoryMap;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/** Random networks, every viewer, every map, held against who may see what written out flat: nothing more, and nothing missing. */
#[Group('databases')]
class MapLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 3;
	private const LINKS = 60;

	/** @var array<string, array{a: string, relation: string, b: string}> made by people, between things by `type:id` */
	private array $links = [];

	private int $linked = 0;

	public function testMapsRevealNeitherMoreNorLessThanAllowed(): void {
		$elsewhere = getenv('RESEAU_DSN') !== false;
		$bridged = 0;
		for ($seed = 31; $seed < 31 + ($elsewhere ? 1 : self::NETWORKS); $seed++) {
			$this->drawNetwork($seed, 14, 6);
			$this->crowd();
			$this->drawLinks();
			foreach ($this->viewers() as $viewer) {
				$network = $this->data('GET', '/map/network', $viewer);
				self::assertEqualsCanonicalizing($this->membersSeen($viewer), self::membersShown($network['members']), "network of $viewer, $seed");
				$this->assertNothingHidden($viewer, $network, "the map of $viewer, network $seed");
				$this->checkLinks(array_keys($this->published()), $network, "network of $viewer, $seed");
				$this->checkTerritories($viewer, "network $seed");
				$bridged += $this->checkBridges($viewer, "network $seed");
			}
		}
		self::assertGreaterThan(0, $bridged, 'some sides are large enough to be shown');
		self::assertGreaterThan(50, $this->linked, 'some links were shown');
	}

	public function testAMapIsFilteredOnlyByVisibleParts(): void {
		$this->drawNetwork(40, 10, 4);
		$this->drawLinks();
		foreach ($this->viewers() as $viewer) {
			foreach (['sector' => 'sector-a', 'territory' => 'departement:11'] as $facet => $term) {
				$narrow = $this->data('GET', "/map/network?$facet=" . rawurlencode($term), $viewer);
				$expected = array_filter(array_keys($this->published()), fn (int $card): bool => in_array($term, $this->termsSeen($viewer, $card, $facet), true));
				self::assertEqualsCanonicalizing($expected, array_column($narrow['members'], 'id'), "$facet of $viewer");
				self::assertSame(count($expected), $narrow['total']);
				$this->checkLinks($expected, $narrow, "$facet of $viewer");
			}
		}
	}

	/** Two sectors without a group in common: five on each side are shown, four are not, and people who hide it from the viewer do not count. */
	public function testAnIntroductionNeedsEnoughPeopleOnBothSides(): void {
		$this->kernel = self::emptyKernel();
		$terms = static fn (string $kind, string ...$ids): array => array_map(static fn (string $id): array => ['id' => "$kind-$id", 'fr' => ucfirst("$kind $id")], $ids);
		$this->load(['sectors' => $terms('sector', 'a', 'b'), 'themes' => $terms('theme', 'shown', 'few-offer', 'few-seek', 'hidden')]);
		$this->account('u0');
		$this->account('u1');
		$shown = ['sectors' => 'members', 'seeks' => 'members', 'offers' => 'members'];
		for ($i = 0; $i < 5; $i++) {
			$this->keptCard('u0', ['name' => "A$i", 'sectors' => ['sector-a'], 'audience' => $shown, 'seeks' => [
				['text' => 'Ceci', 'terms' => ['theme-shown', 'theme-few-offer', 'theme-hidden', ...$i < 4 ? ['theme-few-seek'] : []]],
			]]);
		}
		for ($i = 0; $i < 6; $i++) {
			$this->keptCard('u0', ['name' => "B$i", 'sectors' => ['sector-b'], 'audience' => ['offers' => $i === 5 ? 'me' : 'members'] + $shown, 'offers' => [
				['text' => 'Cela', 'terms' => [...$i < 5 ? ['theme-shown', 'theme-few-seek'] : [], ...$i < 4 ? ['theme-few-offer', 'theme-hidden'] : [], ...$i === 5 ? ['theme-hidden'] : []]],
			]]);
		}
		foreach (['u0' => ['theme-hidden', 'theme-shown'], 'u1' => ['theme-shown']] as $viewer => $expected) {
			$bridges = $this->data('GET', '/map/bridges?by=sector', $viewer);
			self::assertSame(['sector-a' => 5, 'sector-b' => 6], array_column($bridges['sides'], 'count', 'id'));
			$themes = array_map(static fn (array $introduction): array => [$introduction['theme']['id'], $introduction['seeks'], $introduction['offers']], $bridges['pairs'][0]['introductions']);
			self::assertSame(array_map(static fn (string $theme): array => [$theme, 0, 1], $expected), $themes, "introductions of $viewer");
		}
	}

	public function testLimitsAreThoseOfTheBrowser(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/map-limits.json'), true, 4, JSON_THROW_ON_ERROR);
		self::assertSame($shared, ['members' => NetworkMap::MEMBERS, 'few' => TerritoryMap::FEW, 'introductions' => Bridges::INTRODUCTIONS]);
	}

	public function testInvalidMapsAreRefused(): void {
		$this->kernel = self::emptyKernel();
		$this->account('u0');
		$this->assertRefused(400, 'unknown_kind', 'GET', '/map/bridges?by=person', 'u0');
		$this->assertRefused(400, 'unknown_kind', 'GET', '/map/bridges', 'u0');
		$this->assertRefused(400, 'wrong_type', 'GET', '/map/network?sector[]=a', 'u0');
		self::assertSame(['members' => [], 'groups' => [], 'themes' => [], 'sectors' => [], 'territories' => [], 'links' => [], 'relations' => [], 'total' => 0], $this->data('GET', '/map/network', 'u0'));
		self::assertSame([], $this->data('GET', '/map/territories', 'u0'));
		self::assertSame(['sides' => [], 'pairs' => []], $this->data('GET', '/map/bridges?by=sector', 'u0'));
	}

	/** Two sectors and the places with many people in them, or no map would show any. */
	private function crowd(): void {
		foreach ($this->published() as $id => $card) {
			$keeper = $this->keeperOf($id);
			$parts = [
				'sectors' => [...$card['parts']['sectors'], 'sector-a', ...$id % 3 === 0 ? [] : ['sector-b']],
				'territories' => $card['parts']['territories'],
			];
			foreach ($id % 3 === 0 ? ['31'] : ['31', '34'] as $code) {
				$parts['territories'][] = ['code' => $code, 'kind' => 'departement', 'name' => ''];
			}
			$parts['sectors'] = array_values(array_unique($parts['sectors']));
			$parts['territories'] = array_values(array_unique($parts['territories'], SORT_REGULAR));
			$version = $this->data('GET', "/members/$id", $keeper)['version'];
			$this->data('PUT', "/members/$id", $keeper, $parts + ['version' => $version]);
			$this->cards[$id]['parts'] = $parts + $card['parts'];
		}
	}

	/** Between everything: what may not be on the map must not be the end of a link either. */
	private function drawLinks(): void {
		$this->links = [];
		$things = array_map(static fn (int $card): string => "member:$card", array_keys($this->cards));
		foreach (self::GROUPS as $group) {
			$things[] = "group:{$this->groupId($group)}";
		}
		array_push($things, 'file:7', 'board:3', 'group:999');
		$db = $this->kernel->get(IDBConnection::class);
		for ($id = 1; $id <= self::LINKS; $id++) {
			[$a, $b] = array_map(static fn (int $i): string => $things[$i], (array)array_rand($things, 2));
			[$a, $b] = mt_rand(0, 1) === 0 ? [$a, $b] : [$b, $a];
			$relation = ['carries', 'see-also', 'nobody-knows'][$id % 3];
			if (isset($this->links["$a $relation $b"])) {
				continue;
			}
			$qb = $db->getQueryBuilder();
			[$aType, $aId] = explode(':', $a);
			[$bType, $bId] = explode(':', $b);
			$qb->insert('reseau_links')->values(array_map($qb->createNamedParameter(...), [
				'id' => $id, 'a_type' => $aType, 'a_id' => $aId, 'b_type' => $bType, 'b_id' => $bId, 'relation' => $relation, 'author_uid' => 'u0', 'created_at' => $id,
			]))->executeStatement();
			$this->links["$a $relation $b"] = ['a' => $a, 'relation' => $relation, 'b' => $b];
		}
	}

	/**
	 * @param list<int> $cards those on the map
	 * @param array<string, mixed> $network the answer
	 */
	private function checkLinks(array $cards, array $network, string $where): void {
		$members = array_map(static fn (int $card): string => "member:$card", $cards);
		$groups = array_map(static fn (int $id): string => "group:$id", array_column($network['groups'], 'id'));
		$expectedGroups = [];
		foreach (self::GROUPS as $name) {
			$group = "group:{$this->groupId($name)}";
			$in = array_filter($cards, fn (int $card): bool => in_array($name, $this->groupsOf($card), true));
			$reached = array_filter($this->links, static fn (array $link): bool => in_array($group, [$link['a'], $link['b']], true) && array_intersect($members, [$link['a'], $link['b']]) !== []);
			if ($in !== [] || $reached !== []) {
				$expectedGroups[] = $group;
			}
		}
		self::assertEqualsCanonicalizing($expectedGroups, $groups, "groups of the $where");
		$there = [...$members, ...$groups];
		$expected = array_filter($this->links, static fn (array $link): bool => in_array($link['a'], $there, true) && in_array($link['b'], $there, true));
		$shown = array_map(static fn (array $link): array => [
			'a' => "{$link['a']['type']}:{$link['a']['id']}", 'relation' => $link['relation'], 'b' => "{$link['b']['type']}:{$link['b']['id']}",
		], $network['links']);
		self::assertEqualsCanonicalizing(array_values($expected), $shown, "links of the $where");
		self::assertEqualsCanonicalizing(array_unique(array_column($expected, 'relation')), array_column($network['relations'], 'slug'), "relations of the $where");
		$this->linked += count($shown);
	}

	private function checkTerritories(string $viewer, string $where): void {
		$expected = [];
		foreach ($this->counts($viewer, 'territory') as $place => $cards) {
			if (count($cards) >= 5 && preg_match('/^(departement|commune):/', $place) === 1) {
				$expected[$place] = count($cards);
			}
		}
		$shown = [];
		foreach ($this->data('GET', '/map/territories', $viewer) as $place) {
			$shown["{$place['kind']}:{$place['code']}"] = $place['count'];
		}
		ksort($expected);
		ksort($shown);
		self::assertSame($expected, $shown, "places of $viewer, $where");
	}

	/** @return int how many pairs were shown */
	private function checkBridges(string $viewer, string $where): int {
		$pairs = 0;
		foreach (['sector' => '/^sector-/', 'departement' => '/^departement:/'] as $by => $wanted) {
			$people = array_filter(
				$this->counts($viewer, $by === 'sector' ? 'sector' : 'territory'),
				static fn (array $cards, string $term): bool => count($cards) >= 5 && preg_match($wanted, $term) === 1,
				ARRAY_FILTER_USE_BOTH,
			);
			$bridges = $this->data('GET', "/map/bridges?by=$by", $viewer);
			$sides = array_column($bridges['sides'], 'id');
			self::assertEqualsCanonicalizing(array_keys($people), $sides, "sides of $viewer, $where");
			self::assertCount(count($sides) * (count($sides) - 1) / 2, $bridges['pairs']);
			foreach ($bridges['pairs'] as $pair) {
				[$a, $b] = [$people[$sides[$pair['a']]], $people[$sides[$pair['b']]]];
				self::assertSame($this->groupsOfBoth($a, $b), $pair['groups'], "{$sides[$pair['a']]} and {$sides[$pair['b']]} of $viewer, $where");
				$expected = [];
				foreach ($pair['groups'] > 0 ? [] : array_keys($this->labels) as $theme) {
					foreach ([['a', $a, 'b', $b], ['b', $b, 'a', $a]] as [$one, $seekers, $other, $offerers]) {
						if (count($this->having($viewer, $seekers, 'seeks', $theme)) >= 5 && count($this->having($viewer, $offerers, 'offers', $theme)) >= 5) {
							$expected[] = "$theme $pair[$one] $pair[$other]";
						}
					}
				}
				$shown = array_map(static fn (array $introduction): string => "{$introduction['theme']['id']} {$introduction['seeks']} {$introduction['offers']}", $pair['introductions']);
				self::assertCount(min(3, count($expected)), $shown, "introductions of $viewer, $where");
				self::assertSame([], array_diff($shown, $expected), "introductions of $viewer, $where");
				$pairs++;
			}
		}
		return $pairs;
	}

	/** @return array<int, array<string, mixed>> cards that everybody knows of, by id */
	private function published(): array {
		return array_filter($this->cards, static fn (array $card): bool => $card['status'] === 'published');
	}

	/** @return list<array{int, list<string>, list<string>}> id, titles of groups, themes */
	private function membersSeen(string $viewer): array {
		$seen = [];
		foreach (array_keys($this->published()) as $card) {
			$seen[] = [$card, $this->groupsOf($card), $this->termsSeen($viewer, $card, 'theme')];
		}
		return $seen;
	}

	/** @return list<array{int, list<string>, list<string>}> the members of an answer in the form of membersSeen() */
	private function membersShown(array $members): array {
		$numbers = array_flip(array_map(fn (string $group): string => (string)$this->groupId($group), array_combine(self::GROUPS, self::GROUPS)));
		return array_map(static function (array $member) use ($numbers): array {
			$groups = array_map(static fn (int $id): string => $numbers[(string)$id], $member['groups']);
			sort($groups);
			sort($member['themes']);
			return [$member['id'], $groups, $member['themes']];
		}, $members);
	}

	/** @return list<string> */
	private function groupsOf(int $card): array {
		$groups = array_column(array_filter($this->memberships, static fn (array $row): bool => $row['active'] && $row['card'] === $card), 'group');
		sort($groups);
		return $groups;
	}

	/** @return list<string> terms of a card for a facet, in parts this viewer may read */
	private function termsSeen(string $viewer, int $card, string $facet): array {
		$parts = ['theme' => ['seeks', 'offers'], 'sector' => ['sectors'], 'territory' => ['territories']][$facet];
		$terms = [];
		foreach (array_filter($parts, fn (string $part): bool => $this->oracle->mayRead($viewer, $card, $part)) as $part) {
			foreach ($this->cards[$card]['parts'][$part] as $entry) {
				array_push($terms, ...match ($part) {
					'sectors' => [$entry],
					'territories' => array_column(self::places()["{$entry['kind']}:{$entry['code']}"] ?? [['id' => "{$entry['kind']}:{$entry['code']}"]], 'id'),
					default => $entry['terms'],
				});
			}
		}
		$terms = array_values(array_unique($terms));
		sort($terms);
		return $terms;
	}

	/** @return array<string, list<int>> cards by term */
	private function counts(string $viewer, string $facet): array {
		$counts = [];
		foreach (array_keys($this->published()) as $card) {
			foreach ($this->termsSeen($viewer, $card, $facet) as $term) {
				$counts[$term][] = $card;
			}
		}
		return $counts;
	}

	/**
	 * @param list<int> $a
	 * @param list<int> $b
	 */
	private function groupsOfBoth(array $a, array $b): int {
		$groups = 0;
		foreach (self::GROUPS as $group) {
			$in = array_filter(array_keys($this->published()), fn (int $card): bool => in_array($group, $this->groupsOf($card), true));
			$pairs = 0;
			foreach (array_intersect($in, $a) as $one) {
				foreach (array_intersect($in, $b) as $other) {
					$pairs += $one === $other ? 0 : 1;
				}
			}
			$groups += $pairs > 0 ? 1 : 0;
		}
		return $groups;
	}

	/**
	 * @param list<int> $cards
	 * @return list<int> those who show that they seek or offer something of a theme
	 */
	private function having(string $viewer, array $cards, string $part, string $theme): array {
		return array_values(array_filter($cards, fn (int $card): bool => $this->oracle->mayRead($viewer, $card, $part)
			&& in_array($theme, array_merge(...array_column($this->cards[$card]['parts'][$part], 'terms')), true)));
	}
}
