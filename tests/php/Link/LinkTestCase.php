<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\Group\GroupTestCase;
use OCP\IConfig;
use OCP\IDBConnection;
use Sandbox\Service\Deck;
use Sandbox\Service\Tree;

/** The people and the group of GroupTestCase, with a board in Deck and files. */
abstract class LinkTestCase extends GroupTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
	}

	/** A board of Odile's with one list, shared with these accounts, who have used Deck; the group works on it. */
	protected function board(string ...$with): int {
		foreach (['odile', ...$with] as $uid) {
			$this->kernel->get(IConfig::class)->setUserValue($uid, 'deck', 'firstRun', 'no');
		}
		$deck = $this->deck('odile');
		$board = $deck->createBoard('Citernes', '31CC7C')['id'];
		$deck->createStack($board, 'À faire', 0);
		foreach ($with as $uid) {
			$deck->share($board, 0, $uid, true, false, false);
		}
		$this->set('board_id', $board);
		return $board;
	}

	/** @return int a card on the only list of a board */
	protected function deckCard(int $board, string $title, ?string $assigned = null): int {
		$deck = $this->deck('odile');
		$card = $deck->createCard($deck->stacks($board, false)[0]['id'], ['title' => $title])['id'];
		if ($assigned !== null) {
			$deck->assign($card, $assigned);
		}
		return $card;
	}

	protected function deck(string $uid): Deck {
		return $this->kernel->get(Deck::class)->for($uid);
	}

	/** @return int a file of an account, or a folder without a text */
	protected function file(string $uid, string $path, ?string $body = 'Texte'): int {
		return $this->kernel->get(Tree::class)->make($uid, $path, $body)[0];
	}

	/** The Team folder is the library. */
	protected function useLibrary(): void {
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $this->kernel->get(Tree::class)->find('odile', Tree::COMMON)['id']);
	}

	/**
	 * A sheet of Odile's.
	 *
	 * @param array<string, mixed> $sheet
	 */
	protected function sheet(int $file, array $sheet, bool $publish = true): void {
		$context = ['territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'public' => 'Voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine'];
		$made = $this->data('PUT', "/sheets/$file", 'odile', $sheet + ['version' => 0, 'kind' => 'practice', 'outcome' => 'worked', 'context' => $context]);
		if ($publish) {
			$this->data('PUT', "/sheets/$file/status", 'odile', ['version' => $made['version'], 'status' => 'published']);
		}
	}

	/** What the journal of making a group writes. */
	protected function set(string $column, int $value, ?int $group = null): void {
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->update('reseau_groups')->set($column, $qb->createNamedParameter($value))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($group ?? $this->group)))->executeStatement();
	}

	/** @return array<string, mixed> the link */
	protected function link(string $uid, string $a, string $relation, string $b): array {
		return $this->data('POST', '/links', $uid, ['a' => self::ref($a), 'relation' => $relation, 'b' => self::ref($b)], 201);
	}

	/** @return array{type: string, id: string} `member:3` */
	protected static function ref(string $thing): array {
		[$type, $id] = explode(':', $thing);
		return ['type' => $type, 'id' => $id];
	}

	protected function member(string $uid): string {
		return "member:{$this->cards[$uid]['id']}";
	}

	/** @return array<string, list<string>> the neighbours of a thing, by title: the labels of their relations */
	protected function around(string $uid, string $thing, string $kind = ''): array {
		$words = [];
		foreach ($this->neighbourhood($uid, $thing, $kind)['kinds'] as $part) {
			foreach ($part['items'] as $item) {
				$words[$item['title']] = array_column($item['bonds'], 'words');
			}
		}
		return $words;
	}

	/** @return array<string, mixed> of one kind, or of all as the panel reads them: first without files, then these */
	protected function neighbourhood(string $uid, string $thing, string $kind = ''): array {
		$path = '/neighbourhood/' . str_replace(':', '/', $thing);
		if ($kind !== '') {
			return $this->data('GET', "$path?kind=$kind", $uid);
		}
		$first = $this->data('GET', $path, $uid);
		return ['kinds' => [...$first['kinds'], ...$this->data('GET', "$path?kind=resources&limit=3", $uid)['kinds']]] + $first;
	}

	/** @return list<string> titles of what is found */
	protected function found(string $uid, string $q, string $type = ''): array {
		return array_column($this->data('GET', '/things', $uid, array_filter(['q' => $q, 'type' => $type], static fn (string $value): bool => $value !== '') + ['q' => '']), 'title');
	}
}
