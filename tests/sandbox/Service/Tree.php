<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

/**
 * The files of all accounts: the same few that are always there, one folder of which they have in common, what each has made, and what was
 * shared with teams they are in. An entry knows its owner ('' for what is common) and where it is there.
 *
 * @psalm-type Entry = array{id: int, owner: string, path: string, folder: bool, shared: bool, body: string}
 */
class Tree {
	/** The Team folder, which everybody has. */
	public const COMMON = '/Réseau commun';

	/** What an account has from the start, by its path; without a text it is a folder. */
	private const START = [
		'' => null,
		'/Documents' => null,
		'/Documents/2026' => null,
		'/Lisez-moi.md' => "# Bienvenue\n",
		self::COMMON => null,
		self::COMMON . '/Fiches de pratique' => null,
	];
	/** Numbers of those from the start, far from all others. */
	private const FIRST = 1_000_000;
	/** Longest name, in bytes. */
	private const LENGTH = 250;

	public function __construct(
		private readonly Things $things,
		private readonly Teams $teams,
	) {
	}

	/** @return ?Entry what an account has at a path, which begins with a slash unless it is empty */
	public function find(string $uid, string $path): ?array {
		[$owner, $there, $shared] = $this->place($uid, $path);
		if (array_key_exists($there, self::START)) {
			$body = self::START[$there];
			return ['id' => self::FIRST + array_search($there, array_keys(self::START), true), 'owner' => $owner, 'path' => $there, 'folder' => $body === null, 'shared' => $shared, 'body' => (string)$body];
		}
		foreach ($this->things->all('node', $owner) as $node) {
			if ($node['path'] === $there) {
				return ['id' => $node['id'], 'owner' => $owner, 'path' => $there, 'folder' => $node['body'] === null, 'shared' => $shared, 'body' => (string)$node['body']];
			}
		}
		return null;
	}

	/** @return list<string> names in a folder */
	public function list(string $uid, string $path): array {
		['owner' => $owner, 'path' => $there] = $this->find($uid, $path);
		$paths = [...array_keys(self::START), ...array_column($this->things->all('node', $owner), 'path')];
		$names = array_map(basename(...), array_filter($paths, static fn (string $one): bool => $one !== '' && self::around($one) === $there));
		$shared = $path === '' ? array_map(static fn (array $share): string => basename($share['path']), $this->sharedWith($uid)) : [];
		$names = array_values(array_unique([...$names, ...$shared]));
		sort($names);
		return $names;
	}

	/** @return ?string where an account has something that has this number */
	public function pathOf(string $uid, int $id, string $around = ''): ?string {
		foreach ($this->list($uid, $around) as $name) {
			$found = $this->find($uid, "$around/$name");
			$path = $found['id'] === $id ? "$around/$name" : ($found['folder'] ? $this->pathOf($uid, $id, "$around/$name") : null);
			if ($path !== null) {
				return $path;
			}
		}
		return null;
	}

	/**
	 * A new folder, or a file where there is a text.
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
		$name = basename($path);
		if (str_contains($name, '\\') || strlen($name) > self::LENGTH || in_array($name, ['.', '..', '.htaccess'], true)) {
			throw new ServiceRefusal(400, 'This is no name of a file');
		}
		if ($there !== null) {
			$this->things->change('node', $there['id'], ['body' => $body]);
			return [$there['id'], false];
		}
		return [$this->things->add('node', $around['owner'], ['path' => $around['path'] . '/' . $name, 'body' => $body]), true];
	}

	/** With all that is in it, and with its shares. */
	public function remove(string $uid, string $path): void {
		$there = $this->find($uid, $path) ?? throw new ServiceRefusal(404, 'Could not be located');
		if ($there['id'] >= self::FIRST) {
			throw new ServiceRefusal(403, 'This one stays');
		}
		foreach (['node', 'share'] as $kind) {
			foreach ($this->things->all($kind, $there['owner']) as $thing) {
				if (str_starts_with($thing['path'] . '/', $there['path'] . '/')) {
					$this->things->remove($kind, $thing['id']);
				}
			}
		}
	}

	/** @return array{id: int, path: string, team: string} the share; the one there is already, if there is */
	public function share(string $uid, string $path, string $team): array {
		$there = $this->find($uid, $path);
		if ($there === null || $there['shared']) {
			throw new ServiceRefusal(404, 'Chemin incorrect, le fichier/dossier n’existe pas');
		}
		foreach ($this->things->all('share', $there['owner']) as $share) {
			if ($share['path'] === $there['path'] && $share['team'] === $team) {
				return $share;
			}
		}
		return $this->things->get('share', $this->things->add('share', $there['owner'], ['path' => $there['path'], 'team' => $team]));
	}

	/** Path of the folder around one. */
	public static function around(string $path): string {
		return substr($path, 0, (int)strrpos($path, '/'));
	}

	/** @return array{string, string, bool} whose a path of an account really is, where it is there, and whether by a share */
	private function place(string $uid, string $path): array {
		if (str_starts_with($path . '/', self::COMMON . '/')) {
			return ['', $path, false];
		}
		foreach ($this->sharedWith($uid) as $share) {
			$mount = '/' . basename($share['path']);
			if (str_starts_with($path . '/', $mount . '/')) {
				return [$share['parent'], $share['path'] . substr($path, strlen($mount)), true];
			}
		}
		return [$uid, $path, false];
	}

	/** @return list<array{id: int, parent: string, path: string, team: string}> */
	private function sharedWith(string $uid): array {
		return array_values(array_filter(
			$this->things->all('share'),
			fn (array $share): bool => $share['parent'] !== '' && $share['parent'] !== $uid && $this->teams->has($share['team'], $uid),
		));
	}
}
