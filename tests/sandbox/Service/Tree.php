<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCA\Files_Trashbin\Events\NodeRestoredEvent;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\Files\Events\Node\NodeDeletedEvent;
use OCP\Files\Events\Node\NodeRenamedEvent;
use OCP\IConfig;

/**
 * The files of all accounts. Each has a storage of its own, named as the account; one more, '', is the Team folder that everybody has, others
 * are the spaces of teams. An account sees its own storage, and as mounts those folders and what was shared with it. A file keeps its id through all changes.
 *
 * @psalm-import-type Mount from Mounts
 * @psalm-type Entry = array{id: int, owner: string, path: string, folder: bool, shared: bool, write: bool, size: int, changed: int, etag: string, mount: Mount}
 */
class Tree {
	/** The Team folder. */
	public const COMMON = '/Réseau commun';

	/** Longest name, in bytes. */
	private const LENGTH = 250;

	public function __construct(
		private readonly FileRows $rows,
		private readonly Mounts $mounts,
		private readonly IEventDispatcher $events,
		private readonly IConfig $config,
	) {
	}

	/** @return ?Entry what an account has at a path, which begins with a slash unless it is empty */
	public function find(string $uid, string $path): ?array {
		$mount = $this->mounts->of($uid, $path);
		$there = self::inStorage($mount, $path);
		[$read, $write] = $this->mounts->rights($mount, $uid, $there);
		$row = $read ? $this->rows->at($mount['storage'], $there) : null;
		return $row === null ? null : [
			'id' => $row['id'], 'owner' => $mount['storage'], 'path' => $there, 'folder' => $row['folder'], 'shared' => $mount['type'] === 'shared',
			'write' => $write, 'size' => $row['size'], 'changed' => $row['changed'], 'etag' => $row['etag'], 'mount' => $mount,
		];
	}

	public function now(): int {
		return $this->rows->now();
	}

	/** What is in the file of an entry, as bytes. */
	public function body(int $id): string {
		return $this->rows->body($id);
	}

	/** See Mounts. */
	public function lookAnew(string $uid): void {
		$this->mounts->lookAnew($uid);
	}

	/** @return list<string> names in a folder */
	public function list(string $uid, string $path): array {
		$there = $this->find($uid, $path);
		if ($there === null) {
			return [];
		}
		$names = $this->rows->namesIn($there['owner'], $there['path']);
		$names = array_filter($names, fn (string $name): bool => $this->mounts->rights($there['mount'], $uid, $there['path'] . '/' . $name)[0]);
		foreach ($this->mounts->all($uid) as $mount) {
			if ($mount['point'] !== '' && self::around($mount['point']) === $path) {
				$names[] = basename($mount['point']);
			}
		}
		$names = array_values(array_unique($names));
		sort($names);
		return $names;
	}

	/** @return iterable<string, Entry> everything below a folder, by its path for the account */
	public function below(string $uid, string $path): iterable {
		foreach ($this->list($uid, $path) as $name) {
			$entry = $this->find($uid, "$path/$name");
			if ($entry === null) {
				// Deleted since it was listed.
				continue;
			}
			yield "$path/$name" => $entry;
			if ($entry['folder']) {
				yield from $this->below($uid, "$path/$name");
			}
		}
	}

	/** @return list<string> where an account has what has this number: in its own storage, in others through each mount that holds it */
	public function pathsOf(string $uid, int $id): array {
		$row = $this->rows->get($id);
		$paths = [];
		foreach ($row === null || $row['trashed'] !== null ? [] : $this->mounts->all($uid) as $mount) {
			if ($mount['storage'] === $row['storage'] && str_starts_with($row['path'] . '/', $mount['root'] . '/')) {
				$path = $mount['point'] . substr($row['path'], strlen($mount['root']));
				if (($this->find($uid, $path)['id'] ?? null) === $id) {
					$paths[] = $path;
				}
			}
		}
		return $paths;
	}

	public function pathOf(string $uid, int $id): ?string {
		return $this->pathsOf($uid, $id)[0] ?? null;
	}

	/**
	 * A new folder, or a file where there is a text; what is in a file that is there becomes another.
	 *
	 * @return array{int, bool} its number, and whether it is new
	 */
	public function make(string $uid, string $path, ?string $body = null): array {
		$around = $this->find($uid, self::around($path));
		if ($around === null || !$around['folder']) {
			throw new ServiceRefusal(409, 'Parent node does not exist');
		}
		$there = $this->find($uid, $path);
		if ($there !== null && ($body === null || $there['folder'])) {
			throw new ServiceRefusal(405, 'The resource you tried to create already exists');
		}
		self::checkName(basename($path));
		if (!($there ?? $around)['write']) {
			throw new ServiceRefusal(403, 'Permission denied');
		}
		$this->room($around['owner'], strlen((string)$body) - ($there['size'] ?? 0));
		if ($there !== null) {
			$this->rows->write($there['id'], (string)$body);
			return [$there['id'], false];
		}
		return [$this->rows->add($around['owner'], $around['path'] . '/' . basename($path), $body), true];
	}

	/** When a file was changed, according to the client. */
	public function touch(int $id, int $changed): void {
		$this->rows->touch($id, $changed);
	}

	/**
	 * Moves or renames, with all that is in it.
	 *
	 * @return int its number, which stays
	 */
	public function move(string $uid, string $path, string $to): int {
		$there = $this->find($uid, $path) ?? throw new ServiceRefusal(404, 'Could not be located');
		$source = TreeNode::of($this, $uid, $path, $there);
		if ($path !== '' && $there['mount']['point'] === $path) {
			if (!$this->mounts->rename($there['mount'], $uid, $to)) {
				throw new ServiceRefusal(403, 'This one stays');
			}
		} else {
			$around = $this->target($uid, $to);
			if (!$there['write']) {
				throw new ServiceRefusal(403, 'Permission denied');
			}
			$this->rows->move($there['owner'], $there['path'], $around['owner'], $around['path'] . '/' . basename($to));
		}
		$this->events->dispatchTyped(new NodeRenamedEvent($source, TreeNode::at($this, $uid, $to)));
		return $there['id'];
	}

	/** @return int number of the copy */
	public function copy(string $uid, string $path, string $to): int {
		$there = $this->find($uid, $path) ?? throw new ServiceRefusal(404, 'Could not be located');
		$around = $this->target($uid, $to);
		return $this->rows->copy($there['owner'], $there['path'], $around['owner'], $around['path'] . '/' . basename($to));
	}

	/** To the bin, with all that is in it and with its shares; what was shared with the account leaves it alone. */
	public function remove(string $uid, string $path): void {
		$there = $this->find($uid, $path) ?? throw new ServiceRefusal(404, 'Could not be located');
		if ($there['mount']['point'] === $path) {
			if (!$this->mounts->leave($there['mount'], $uid)) {
				throw new ServiceRefusal(403, 'This one stays');
			}
			return;
		}
		if (!$there['write']) {
			throw new ServiceRefusal(403, 'Permission denied');
		}
		$node = TreeNode::of($this, $uid, $path, $there);
		$this->mounts->unshare($there['owner'], $there['path']);
		$this->rows->trash($there['owner'], $there['path'], $uid);
		$this->events->dispatchTyped(new NodeDeletedEvent($node));
	}

	/** @return list<array{id: int, storage: string, path: string, name: string, folder: bool, changed: int, at: int}> what an account has thrown away: its path is where it was in its storage */
	public function bin(string $uid): array {
		$spaces = array_filter($this->mounts->all($uid), static fn (array $mount): bool => $mount['type'] === 'group' && $mount['storage'] !== '');
		return $this->rows->bin($uid, array_column($spaces, 'storage'));
	}

	/** Back from the bin to where it was, with a number behind its name where another is there by now. */
	public function restore(string $uid, int $id): void {
		$thrown = array_column($this->bin($uid), null, 'id')[$id] ?? throw new ServiceRefusal(404, 'Could not be located');
		$this->rows->restore($thrown['storage'], $id);
		$path = $this->pathOf($uid, $id);
		if ($path !== null) {
			$node = TreeNode::at($this, $uid, $path);
			$this->events->dispatchTyped(new NodeRestoredEvent($node, $node));
		}
	}

	/** For good. */
	public function purge(string $uid, int $id): void {
		$thrown = array_column($this->bin($uid), null, 'id')[$id] ?? throw new ServiceRefusal(404, 'Could not be located');
		$this->rows->purge($thrown['storage'], $id);
	}

	/** @return array{id: int, path: string, team: string} the share; the one there is already, if there is */
	public function share(string $uid, string $path, string $team, bool $write = true): array {
		return $this->mounts->shareWithTeam($uid, $this->shared($uid, $path), $team, $write);
	}

	/** With one account; a second time changes what it may. */
	public function shareWith(string $uid, string $path, string $with, bool $write = true): void {
		$this->mounts->shareWith($uid, $this->shared($uid, $path), $with, $write);
	}

	/** Advanced permissions of the Team folder: what an account may not read, or not change, from a path of it on; a deeper rule counts more. */
	public function rule(string $uid, string $path, bool $read, bool $write): void {
		$this->mounts->rule($uid, $path, $read, $write);
	}

	/** @return list<Mount> */
	public function mounts(string $uid): array {
		return $this->mounts->all($uid);
	}

	public function hasRules(): bool {
		return $this->mounts->hasRules();
	}

	/** Number of a storage. */
	public function storage(string $name): int {
		return $this->rows->root($name);
	}

	/** @return ?array{id: int, storage: string, path: string, folder: bool, size: int, changed: int, trashed: ?string} what is at a path of a storage, without a viewer */
	public function rowAt(string $storage, string $path): ?array {
		return $this->rows->at($storage, $path);
	}

	/**
	 * @param int[] $ids
	 * @return list<array{id: int, storage: string, path: string, folder: bool, size: int, changed: int, trashed: ?string}> what has these ids,
	 *         without a viewer
	 */
	public function rows(array $ids): array {
		return $this->rows->withIds($ids);
	}

	/** Path of the folder around one. */
	public static function around(string $path): string {
		return substr($path, 0, (int)strrpos($path, '/'));
	}

	/** @param Mount $mount */
	private static function inStorage(array $mount, string $path): string {
		return $mount['root'] . substr($path, strlen($mount['point']));
	}

	/** @return Entry the folder something is to come into */
	private function target(string $uid, string $to): array {
		$around = $this->find($uid, self::around($to));
		if ($around === null || !$around['folder']) {
			throw new ServiceRefusal(409, 'Parent node does not exist');
		}
		if ($this->find($uid, $to) !== null) {
			throw new ServiceRefusal(412, 'The destination node already exists');
		}
		self::checkName(basename($to));
		return $around['write'] ? $around : throw new ServiceRefusal(403, 'Permission denied');
	}

	/** @return Entry what an account may share */
	private function shared(string $uid, string $path): array {
		$there = $this->find($uid, $path);
		return $there === null || $there['shared'] ? throw new ServiceRefusal(404, 'Chemin incorrect, le fichier/dossier n’existe pas') : $there;
	}

	/** @param int $more bytes that come */
	private function room(string $storage, int $more): void {
		$quota = $storage === '' ? 'none' : $this->config->getUserValue($storage, 'files', 'quota', 'none');
		if ($more > 0 && preg_match('/^(\d+) ?([KMG]?)B$/D', $quota, $found) === 1) {
			$most = (int)$found[1] * ['' => 1, 'K' => 1024, 'M' => 1024 ** 2, 'G' => 1024 ** 3][$found[2]];
			if ($this->rows->size($storage) + $more > $most) {
				throw new ServiceRefusal(507, 'Insufficient space');
			}
		}
	}

	private static function checkName(string $name): void {
		if (str_contains($name, '\\') || strlen($name) > self::LENGTH || in_array($name, ['.', '..', '.htaccess'], true) || preg_match('/\.(part|filepart)$/iD', $name) === 1) {
			throw new ServiceRefusal(400, 'This is no name of a file', kind: 'OCA\DAV\Connector\Sabre\Exception\InvalidPath');
		}
	}
}
