<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\NetworkTestCase;
use Sandbox\Service\Deck;
use Sandbox\Service\Tree;

/** Odile, Linh and Yamina with a card, Nadège who facilitates the network, and a group that Odile made. */
abstract class GroupTestCase extends NetworkTestCase {
	/** @var array<string, array<string, mixed>> cards by account */
	protected array $cards = [];

	/** Number of Odile's group. */
	protected int $group = 0;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'linh', 'yamina'] as $uid) {
			$this->account($uid);
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid)]);
		}
		$this->facilitator('nadege');
		$this->cards['nadege'] = $this->card('nadege', ['name' => 'Nadège']);
		$this->group = $this->make(['title' => 'Eau de pluie', 'key' => 'first'])['id'];
	}

	/** @param array<string, mixed> $group */
	protected function make(array $group, string $uid = 'odile'): array {
		return $this->data('POST', '/groups', $uid, $group, 201);
	}

	/** The group is made, and has a status of its own choice. */
	protected function finish(string $uid = 'odile', ?int $group = null): void {
		$group ??= $this->group;
		$this->data('POST', "/groups/$group/making/lease", $uid, ['runner' => 'r']);
		$this->data('PUT', "/groups/$group/making", $uid, ['runner' => 'r', 'step' => 'done']);
	}

	/** @param array<string, mixed> $engagement */
	protected function comeIn(string $uid, array $engagement = [], string $facilitator = 'odile'): void {
		if ($this->data('POST', "/groups/$this->group/join", $uid, $engagement)['mine']['state'] === 'requested') {
			$this->data('POST', "/groups/$this->group/people/{$this->cards[$uid]['id']}/admit", $facilitator);
		}
	}

	/** @return int a new board of an account, in Deck */
	protected function board(string $uid = 'odile'): int {
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		return $this->kernel->get(Deck::class)->for($uid)->createBoard('Citernes', '31CC7C')['id'];
	}

	/** @return array{folderId: int, folderPath: string} a new folder in the library */
	protected function folder(string $name, string $uid = 'odile'): array {
		$tree = $this->kernel->get(Tree::class);
		[$id] = $tree->make($uid, Tree::COMMON . "/$name", null);
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find($uid, Tree::COMMON)['id']);
		return ['folderId' => $id, 'folderPath' => Tree::COMMON . "/$name"];
	}

	protected function seen(string $uid, ?int $group = null): array {
		return $this->data('GET', '/groups/' . ($group ?? $this->group), $uid);
	}

	/** @return array<string, array<string, mixed>> rows of the roster by name */
	protected function roster(string $uid): array {
		return array_column(array_map(
			static fn (array $row): array => ['name' => $row['member']['name'], 'row' => $row],
			$this->data('GET', "/groups/$this->group/roster", $uid),
		), 'row', 'name');
	}

	protected function charter(string $text): void {
		$charters = $this->kernel->get(Charters::class);
		$charters->write($text, $charters->current()['version'] ?? 0);
	}

	/** @return list<array<string, mixed>> */
	protected function bell(string $uid): array {
		return $this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $uid)->data();
	}
}
