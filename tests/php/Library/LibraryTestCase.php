<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Library;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use Sandbox\Service\Mounts;
use Sandbox\Service\Tree;

/** A small network whose library is the Team folder: Odile and Linh have cards, Romain facilitates. */
abstract class LibraryTestCase extends NetworkTestCase {
	protected const ROOT = '/Réseau commun';

	/** @var array<string, array<string, mixed>> cards by account */
	protected array $cards = [];

	protected function setUp(): void {
		parent::setUp();
		$this->load(['sectors' => [], 'resourceKinds' => array_map(static fn (string $id): array => ['id' => $id, 'fr' => "Genre $id"], ['practice', 'failure', 'method', 'manifesto', 'charter'])]);
		foreach (['odile', 'linh'] as $uid) {
			$this->account($uid);
		}
		$this->facilitator('romain');
		foreach (['odile', 'linh', 'romain'] as $uid) {
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid)]);
		}
		$this->useLibrary('odile', self::ROOT);
	}

	protected function useLibrary(string $uid, string $path): void {
		$this->kernel->get(Network::class)->setLibrary($path, $path === '' ? null : $this->files($uid)->get($path)->getId());
	}

	protected function files(string $uid): Folder {
		return $this->kernel->get(IRootFolder::class)->getUserFolder($uid);
	}

	protected function tree(): Tree {
		return $this->kernel->get(Tree::class);
	}

	protected function away(string $uid): void {
		$this->kernel->get(Mounts::class)->keepAway($uid);
	}

	/** A file of the library; folders around it are made. */
	protected function file(string $path, string $text = 'Un texte.', string $uid = 'odile', string $root = self::ROOT): int {
		return $this->put($uid, "$root/$path", $text)->getId();
	}

	protected function put(string $uid, string $path, string $text): Node {
		$folder = $this->files($uid);
		$names = explode('/', trim($path, '/'));
		$name = array_pop($names);
		foreach ($names as $around) {
			$folder = in_array($around, array_map(static fn (Node $node): string => $node->getName(), $folder->getDirectoryListing()), true)
				? $folder->get($around) : $folder->newFolder($around);
		}
		return $folder->newFile($name, $text);
	}

	/** @return array<string, mixed> what a practice is published with */
	protected static function whole(): array {
		return [
			'kind' => 'practice', 'outcome' => 'mixed',
			'context' => ['territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'public' => 'Les voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine'],
		];
	}

	/**
	 * @param array<string, mixed> $words
	 * @return array<string, mixed> the sheet
	 */
	protected function draft(int $file, array $words = [], string $uid = 'odile'): array {
		return $this->data('PUT', "/sheets/$file", $uid, $words + ['version' => 0, 'kind' => 'method', 'title' => 'Le banc']);
	}

	/**
	 * @param array<string, mixed> $words
	 * @return array<string, mixed> the sheet
	 */
	protected function published(int $file, array $words = [], string $uid = 'odile'): array {
		$sheet = $this->draft($file, $words, $uid);
		return $this->data('PUT', "/sheets/$file/status", $uid, ['version' => $sheet['version'], 'status' => 'published']);
	}

	/** @return list<string> titles of what an account finds */
	protected function titles(string $uid, array $query = []): array {
		return array_column($this->data('GET', '/sheets', $uid, $query)['sheets'], 'title');
	}
}
