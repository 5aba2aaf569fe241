<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\Link\LinkedTitles;
use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Link\LinkRules;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Settings\Network;
use OCP\IConfig;
use OCP\IDBConnection;
use Sandbox\Service\Deck;
use Sandbox\Service\Tree;

/**
 * Random networks with boards, cards and files that some may see and others not, links between all of them, and every viewer:
 * the neighbourhood of each thing, the counts, who made a link and who may remove it, and what is found to link, compared
 * with the access rules written out flat. Every thing has a word in its title that is nowhere else.
 */
class LinkLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 3;
	private const LINKS = 90;
	private const KINDS = ['member' => 'people', 'group' => 'groups', 'board' => 'cards', 'card' => 'cards', 'file' => 'resources'];

	/** @var array<string, array{mark: string, who: list<string>, named?: bool}> boards, cards and files by `type:id`: who may know of them, and of files whether they are found by name */
	private array $things = [];

	/** Whether the Team folder is the library, and whether it has rules of its own. */
	private bool $library = false;
	private bool $rules = false;

	/** @var array<string, int> numbers of groups by name */
	private array $groups = [];

	/** @var array<string, array<string, true>> neighbours without a link, in both directions; ends that a viewer may not know are left out later */
	private array $ties = [];

	/** @var array<int, array{a: string, b: string, author: ?string}> by number */
	private array $links = [];

	private int $hidden = 0;

	public function testNothingHiddenIsANeighbourOrCountedOrFound(): void {
		for ($seed = 71; $seed < 71 + self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 9, 6);
			$this->library = $seed !== 73;
			$this->rules = $seed !== 72;
			$this->drawThings();
			$this->drawLinks();
			foreach ($this->viewers() as $viewer) {
				foreach ($this->all() as $thing) {
					$this->checkNeighbourhood($viewer, $thing, "network $seed");
				}
				$this->checkFinding($viewer, "network $seed");
				$this->checkRemoving($viewer, "network $seed");
				$this->checkExport($viewer, "network $seed");
				$this->checkCounts($viewer, "network $seed");
			}
		}
		self::assertGreaterThan(500, $this->hidden, 'much was hidden from someone');
	}

	/** No refusal reveals the number of links, except to those who made them. */
	public function testHiddenLinksDoNotCountForLimits(): void {
		$this->drawNetwork(74, 9, 4);
		$group = (int)$this->groupId('eau');
		$db = $this->kernel->get(IDBConnection::class);
		for ($i = 0; $i < LinkRules::LIMITS['links']; $i++) {
			$qb = $db->getQueryBuilder();
			$qb->insert('reseau_links')->values(array_map($qb->createNamedParameter(...), [
				'a_type' => 'group', 'a_id' => $group, 'b_type' => 'file', 'b_id' => 90_000 + $i, 'relation' => 'carries', 'author_uid' => 'somebody', 'created_at' => 1,
			]))->executeStatement();
		}
		$linking = array_filter($this->viewers(), $this->links(...));
		self::assertNotSame([], $linking);
		foreach ($linking as $viewer) {
			$this->data('POST', '/links', $viewer, ['a' => ['type' => 'member', 'id' => (string)$this->cardOf($viewer)], 'relation' => 'carries', 'b' => ['type' => 'group', 'id' => (string)$group]], 201);
		}
	}

	private function drawThings(): void {
		$this->things = $this->ties = [];
		foreach (self::GROUPS as $group) {
			$this->groups[$group] = (int)$this->groupId($group);
		}
		foreach ($this->memberships as $row) {
			if ($row['active']) {
				$this->tie("group:{$this->groups[$row['group']]}", "member:{$row['card']}");
				foreach ($this->memberships as $other) {
					if ($other['active'] && $other['group'] === $row['group'] && $other['card'] !== $row['card']) {
						$this->tie("member:{$row['card']}", "member:{$other['card']}");
					}
				}
			}
		}
		foreach (['terre', 'eau'] as $group) {
			$this->set('minutes_id', 5, $group);
		}
		$this->tie("group:{$this->groups['terre']}", "group:{$this->groups['eau']}");
		$this->drawFiles();
		$this->drawBoards();
		$this->drawGone();
	}

	private function drawFiles(): void {
		$tree = $this->kernel->get(Tree::class);
		foreach (['u0', 'u1', 'u2'] as $i => $owner) {
			$mark = $this->word('private', $i);
			$this->things['file:' . $tree->make($owner, "/$mark.md", 'Texte')[0]] = ['mark' => $mark, 'who' => [$owner]];
		}
		$folder = $this->word('folder', 0);
		$path = Tree::COMMON . "/$folder";
		$id = $tree->make('fanny', $path)[0];
		$this->things["file:$id"] = ['mark' => $folder, 'who' => $this->viewers(), 'named' => $this->library];
		if ($this->library) {
			$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('fanny', Tree::COMMON)['id']);
		}
		$this->set('folder_id', $id, 'terre');
		$this->tie("file:$id", "group:{$this->groups['terre']}");
		for ($i = 0; $i < 4; $i++) {
			$mark = $this->word('common', $i);
			$at = $i < 2 ? "$path/$mark.md" : Tree::COMMON . "/$mark.md";
			$id = $tree->make('fanny', $at, 'Texte')[0];
			$without = array_filter($this->viewers(), fn (): bool => $this->rules && $i % 2 === 0 && mt_rand(0, 2) === 0);
			foreach ($without as $uid) {
				$tree->rule($uid, substr($at, strlen(Tree::COMMON)), false, false);
			}
			$this->things["file:$id"] = ['mark' => $mark, 'who' => array_values(array_diff($this->viewers(), $without)), 'named' => $this->library];
			if ($i < 2) {
				$this->tie("file:$id", "group:{$this->groups['terre']}", false);
			}
		}
	}

	/** A file that was linked and is gone: known to accounts with access to the whole library, where that can be determined. */
	private function drawGone(): void {
		$tree = $this->kernel->get(Tree::class);
		$mark = $this->word('gone', 0);
		$id = $tree->make('fanny', Tree::COMMON . "/$mark.md", 'Texte')[0];
		$this->kernel->get(LinkedTitles::class)->handle(new LinkMade([new Ref(ThingType::File, $id)]));
		$tree->remove('fanny', Tree::COMMON . "/$mark.md");
		$this->things["file:$id"] = ['mark' => $mark, 'who' => $this->library && !$this->rules ? $this->viewers() : []];
	}

	private function drawBoards(): void {
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		$config = $this->kernel->get(IConfig::class);
		$used = array_values(array_filter($this->viewers(), static fn (string $uid): bool => $uid === 'u0' || $uid === 'u1' || mt_rand(0, 3) > 0));
		foreach ($used as $uid) {
			$config->setUserValue($uid, 'deck', 'firstRun', 'no');
		}
		$files = array_values(array_filter(array_keys($this->things), static fn (string $thing): bool => str_starts_with($thing, 'file:')));
		foreach (['u0', 'u1'] as $i => $owner) {
			$deck = $this->kernel->get(Deck::class)->for($owner);
			$mark = $this->word('board', $i);
			$board = $deck->createBoard($mark, '31CC7C')['id'];
			$stack = $deck->createStack($board, 'Liste', 0)['id'];
			$with = array_values(array_filter(array_diff($this->viewers(), [$owner]), static fn (): bool => mt_rand(0, 1) === 0));
			foreach ($with as $uid) {
				$deck->share($board, 0, $uid, true, false, false);
			}
			$readers = array_values(array_intersect([$owner, ...$with], $used));
			$this->things["board:$board"] = ['mark' => $mark, 'who' => $readers];
			$group = $i === 0 ? 'eau' : null;
			if ($group !== null) {
				$this->set('board_id', $board, $group);
				$this->tie("board:$board", "group:{$this->groups[$group]}");
				foreach ($this->memberships as $row) {
					if ($row['active'] && $row['group'] === $group) {
						$this->tie("member:{$row['card']}", "board:$board", false);
					}
				}
				// Before they use Deck, members of the group see that there is one.
				$in = array_filter($this->memberships, static fn (array $row): bool => $row['active'] && $row['group'] === $group);
				$new = array_diff(array_filter(array_map(fn (array $row): ?string => $this->cards[$row['card']]['uid'], $in)), $used);
				array_push($this->things["board:$board"]['who'], ...array_values($new));
			}
			for ($c = 0; $c < 3; $c++) {
				$mark = $this->word("card$i", $c);
				$card = $deck->createCard($stack, ['title' => $mark])['id'];
				$this->things["card:$card"] = ['mark' => $mark, 'who' => $readers];
				$this->tie("board:$board", "card:$card");
				if ($group !== null) {
					$this->tie("group:{$this->groups[$group]}", "card:$card");
				}
				$people = array_values(array_filter([$owner, ...$with], fn (string $uid): bool => $this->cardOf($uid) !== null));
				$assigned = $people[mt_rand(0, count($people) - 1)];
				$deck->assign($card, $assigned);
				$this->tie("card:$card", 'member:' . $this->cardOf($assigned));
				$file = $files[mt_rand(0, count($files) - 1)];
				$deck->attach($card, (int)explode(':', $file)[1]);
				$this->tie("card:$card", $file);
			}
		}
	}

	private function drawLinks(): void {
		$this->links = [];
		$db = $this->kernel->get(IDBConnection::class);
		$all = $this->all();
		$authors = [null, ...array_values(array_filter(array_column($this->cards, 'uid')))];
		for ($id = 1; $id <= self::LINKS; $id++) {
			[$a, $b] = array_map(static fn (int $i): string => $all[$i], (array)array_rand($all, 2));
			$author = $authors[mt_rand(0, count($authors) - 1)];
			$qb = $db->getQueryBuilder();
			[$aType, $aId] = explode(':', $a);
			[$bType, $bId] = explode(':', $b);
			$qb->insert('reseau_links')->values(array_map($qb->createNamedParameter(...), [
				'id' => $id, 'a_type' => $aType, 'a_id' => $aId, 'b_type' => $bType, 'b_id' => $bId, 'relation' => "relation-$id", 'author_uid' => $author, 'created_at' => $id,
			]))->executeStatement();
			$this->links[$id] = ['a' => $a, 'b' => $b, 'author' => $author];
		}
	}

	private function checkNeighbourhood(string $viewer, string $thing, string $where): void {
		$path = '/neighbourhood/' . str_replace(':', '/', $thing);
		if (!$this->knows($viewer, $thing)) {
			$this->hidden++;
			$this->assertRefused(404, 'not_found', 'GET', $path, $viewer);
			$this->assertRefused(404, 'not_found', 'GET', "$path?kind=resources", $viewer);
			return;
		}
		$expected = [];
		foreach (array_keys($this->ties[$thing] ?? []) as $other) {
			$expected[$other] = [];
		}
		foreach ($this->links as $id => $link) {
			if ($link['a'] === $thing || $link['b'] === $thing) {
				$expected[$link['a'] === $thing ? $link['b'] : $link['a']][] = $id;
			}
		}
		$before = count($expected);
		$expected = array_filter($expected, fn (string $other): bool => $this->knows($viewer, $other), ARRAY_FILTER_USE_KEY);
		$this->hidden += $before - count($expected);
		$first = $this->data('GET', $path, $viewer);
		self::assertSame($thing, "{$first['subject']['type']}:{$first['subject']['id']}");
		self::assertSame($this->links($viewer) && !$first['subject']['gone'], $first['subject']['can']['link']);
		$files = $this->data('GET', "$path?kind=resources&limit=3", $viewer);
		self::assertSame($first['subject'], $files['subject']);
		self::assertNotContains('resources', array_column($first['kinds'], 'kind'), 'files come in a request of their own');
		array_push($first['kinds'], ...$files['kinds']);
		$this->assertTellsNothing($viewer, $first, "around $thing for $viewer, $where");
		// On its own page the panel shows less, never more.
		foreach ($this->data('GET', "$path?beside=page", $viewer)['kinds'] as $part) {
			$this->assertTellsNothing($viewer, $part, "beside the page of $thing for $viewer, $where");
			foreach ($part['items'] as $item) {
				self::assertArrayHasKey("{$item['type']}:{$item['id']}", $expected, "beside the page of $thing for $viewer, $where");
			}
		}
		$totals = [];
		foreach (array_keys($expected) as $other) {
			$kind = self::KINDS[explode(':', $other)[0]];
			$totals[$kind] = ($totals[$kind] ?? 0) + 1;
		}
		self::assertEquals($totals, array_column($first['kinds'], 'total', 'kind'), "totals around $thing for $viewer, $where");
		foreach ($totals as $kind => $total) {
			$all = $this->data('GET', "$path?kind=$kind", $viewer)['kinds'][0]['items'];
			$this->assertTellsNothing($viewer, $all, "$kind around $thing for $viewer, $where");
			self::assertSame(array_slice($all, 0, 3), $first['kinds'][array_search($kind, array_column($first['kinds'], 'kind'), true)]['items']);
			self::assertCount($total, $all);
			foreach ($all as $item) {
				$other = "{$item['type']}:{$item['id']}";
				self::assertArrayHasKey($other, $expected, "$other around $thing for $viewer, $where");
				$links = array_column(array_filter(array_column($item['bonds'], 'link')), null, 'id');
				self::assertEqualsCanonicalizing($expected[$other], array_keys($links));
				self::assertSame(isset($this->ties[$thing][$other]), in_array(null, array_column($item['bonds'], 'link'), true), "whether $other is around $thing by itself");
				foreach ($links as $id => $link) {
					self::assertSame($this->mayRemove($viewer, $id), $link['can']['remove'], "link $id for $viewer, $where");
					$author = $this->links[$id]['author'] === null ? null : $this->cardOf($this->links[$id]['author']);
					self::assertSame($author !== null && $this->oracle->knows($viewer, $author) ? $author : null, $link['by']['id'] ?? null, "who made link $id for $viewer, $where");
				}
			}
		}
	}

	private function checkFinding(string $viewer, string $where): void {
		foreach ($this->things as $thing => $facts) {
			$mark = $facts['mark'];
			$found = $this->data('GET', '/things', $viewer, ['q' => $mark]);
			// Files are looked for by name in the library alone.
			$expected = $this->knows($viewer, $thing) && (!str_starts_with($thing, 'file:') || ($facts['named'] ?? false));
			// A board shown under its group's name is not found by its own.
			$named = array_intersect([$mark, "$mark.md"], array_column($found, 'title')) !== [];
			self::assertTrue($named === $expected || (!$named && str_starts_with($thing, 'board:')), "$thing found by $viewer, $where");
			$this->assertTellsNothing($viewer, $found, "things for $viewer, $where");
		}
		foreach ($this->all() as $thing) {
			[$type, $id] = explode(':', $thing);
			$path = ['member' => "apps/reseau/members/$id", 'group' => "apps/reseau/groups/$id", 'board' => "apps/deck/board/$id", 'card' => "apps/deck/card/$id", 'file' => ["f/$id", "apps/reseau/library?file=$id", "apps/reseau/library?folder=$id"][(int)$id % 3]][$type];
			$found = $this->data('GET', '/things', $viewer, ['q' => "http://localhost/index.php/$path"]);
			self::assertSame($this->knows($viewer, $thing) ? [$id] : [], array_column($found, 'id'), "$thing by its address for $viewer, $where");
			$this->assertTellsNothing($viewer, $found, "address of $thing for $viewer, $where");
			$link = ['a' => ['type' => $type, 'id' => $id], 'b' => ['type' => 'group', 'id' => '999'], 'relation' => 'carries'];
			if (!$this->links($viewer)) {
				$refused = $this->cardOf($viewer) === null ? [404, 'no_card'] : [422, 'card_hidden'];
				$this->assertRefused($refused[0], $refused[1], 'POST', '/links', $viewer, $link);
			} else {
				self::assertSame($this->knows($viewer, $thing) ? 'b' : 'a', $this->assertRefused(422, 'unknown_thing', 'POST', '/links', $viewer, $link)['field'], "linking $thing by $viewer, $where");
			}
		}
		foreach (array_keys($this->cards) as $card) {
			$this->assertTellsNothing($viewer, $this->data('GET', '/things', $viewer, ['q' => $this->cards[$card]['parts']['name']]), "person $card for $viewer, $where");
		}
	}

	private function checkRemoving(string $viewer, string $where): void {
		foreach ((array)array_rand($this->links, 15) as $id) {
			$there = $this->knows($viewer, $this->links[$id]['a']) && $this->knows($viewer, $this->links[$id]['b']);
			if (!$there) {
				$this->assertRefused(404, 'not_found', 'DELETE', "/links/$id", $viewer);
			} elseif (!$this->mayRemove($viewer, $id)) {
				$this->assertRefused(403, 'not_yours', 'DELETE', "/links/$id", $viewer);
			}
		}
	}

	private function checkExport(string $viewer, string $where): void {
		$card = $this->cardOf($viewer);
		if ($card !== null) {
			$export = $this->data('GET', "/members/$card/export", $viewer)['links'];
			self::assertCount(count(array_filter($this->links, static fn (array $link): bool => $link['author'] === $viewer)), $export, "links of $viewer, $where");
			$this->assertTellsNothing($viewer, $export, "export of $viewer, $where");
		}
	}

	/** The counts of a relation do not reveal links that the viewer may not see. */
	private function checkCounts(string $viewer, string $where): void {
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement("UPDATE `*PREFIX*reseau_links` SET `relation` = 'carries' WHERE `id` = 1");
		$expected = $this->knows($viewer, $this->links[1]['a']) && $this->knows($viewer, $this->links[1]['b']) ? 1 : 0;
		self::assertSame($expected, $this->data('GET', '/vocabulary/terms', $viewer)['lists']['relations'][0]['count'], "count for $viewer, $where");
	}

	private function assertTellsNothing(string $viewer, mixed $answer, string $where): void {
		$this->assertNothingHidden($viewer, $answer, $where);
		$text = self::plain($answer);
		foreach ($this->things as $thing => ['mark' => $mark, 'who' => $who]) {
			if (str_contains($text, $mark) && !in_array($viewer, $who, true)) {
				self::fail("$thing leaked by $where");
			}
		}
		foreach (array_keys($this->cards) as $card) {
			if (str_contains($text, (string)$this->cards[$card]['parts']['name']) && !$this->oracle->knows($viewer, $card)) {
				self::fail("card $card leaked by $where");
			}
		}
	}

	/** Accounts whose card others see. */
	private function links(string $viewer): bool {
		$card = $this->cardOf($viewer);
		return $card !== null && $this->cards[$card]['status'] === 'published';
	}

	private function knows(string $viewer, string $thing): bool {
		[$type, $id] = explode(':', $thing);
		return match ($type) {
			'member' => $this->oracle->knows($viewer, (int)$id),
			'group' => true,
			default => in_array($viewer, $this->things[$thing]['who'], true),
		};
	}

	/** The author, the keeper of a card at its end, the facilitators of the network, and with it of every group: nobody facilitates one here. */
	private function mayRemove(string $viewer, int $id): bool {
		$link = $this->links[$id];
		$keeps = fn (string $end): bool => str_starts_with($end, 'member:') && $this->oracle->keeps($viewer, (int)explode(':', $end)[1]);
		return $viewer === 'fanny' || $link['author'] === $viewer || $keeps($link['a']) || $keeps($link['b']);
	}

	/** @return list<string> every thing */
	private function all(): array {
		return [
			...array_map(static fn (int $card): string => "member:$card", array_keys($this->cards)),
			...array_map(static fn (int $group): string => "group:$group", array_values($this->groups)),
			...array_keys($this->things),
		];
	}

	private function tie(string $a, string $b, bool $back = true): void {
		$this->ties[$a][$b] = true;
		if ($back) {
			$this->ties[$b][$a] = true;
		}
	}

	private function set(string $column, int $value, string $group): void {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->update('reseau_groups')->set($column, $qb->createNamedParameter($value))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($this->groups[$group])))->executeStatement();
	}

	private function cardOf(string $uid): ?int {
		return array_key_first(array_filter($this->cards, static fn (array $card): bool => $card['uid'] === $uid));
	}
}
