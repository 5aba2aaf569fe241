<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\ReasonException;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;

/** The library's folder, as a person sees it in their Files. Nothing is created or changed there. */
class LibraryFolder {
	public const LENGTH = 250;
	/** Maximum folders to choose from. */
	private const CHOICES = 200;
	/** The mount type of the Team folders app. */
	private const TEAM = 'group';

	public function __construct(
		private readonly IRootFolder $files,
	) {
	}

	/**
	 * @param string $path with or without a leading slash
	 * @return string the path with a leading slash; empty: no folder
	 * @throws ReasonException bad_path · unknown_folder
	 */
	public function check(string $path, string $uid): string {
		$names = array_values(array_filter(explode('/', trim($path)), static fn (string $name): bool => $name !== ''));
		if (array_intersect($names, ['.', '..']) !== [] || str_contains($path, '\\') || ($names === [] && trim($path) !== '')) {
			throw new ReasonException('bad_path', details: ['field' => 'library']);
		}
		if ($names === []) {
			return '';
		}
		$path = '/' . implode('/', $names);
		if ($this->find($path, $uid) === null) {
			throw new ReasonException('unknown_folder', details: ['field' => 'library']);
		}
		return $path;
	}

	/** Id of the folder, null if this account has none there. */
	public function id(string $path, string $uid): ?int {
		return $path === '' ? null : $this->find($path, $uid)?->getId();
	}

	/** @return array{there: bool, team: bool} whether this account has the folder, and whether it is a Team folder or in one */
	public function present(string $path, string $uid): array {
		$folder = $path === '' ? null : $this->find($path, $uid);
		return ['there' => $folder !== null, 'team' => $folder !== null && self::isTeam($folder)];
	}

	/** @return list<array{path: string, team: bool}> top-level folders of an account, Team folders first */
	public function choices(string $uid): array {
		try {
			$nodes = $this->files->getUserFolder($uid)->getDirectoryListing();
		} catch (NotFoundException|NotPermittedException) {
			return [];
		}
		$folders = array_map(
			static fn (Node $node): array => ['path' => '/' . $node->getName(), 'team' => self::isTeam($node)],
			array_filter($nodes, static fn (Node $node): bool => $node instanceof Folder),
		);
		usort($folders, static fn (array $a, array $b): int => [$b['team'], $a['path']] <=> [$a['team'], $b['path']]);
		return array_slice($folders, 0, self::CHOICES);
	}

	private function find(string $path, string $uid): ?Folder {
		try {
			$node = $this->files->getUserFolder($uid)->get($path);
		} catch (NotFoundException|NotPermittedException) {
			return null;
		}
		return $node instanceof Folder ? $node : null;
	}

	public static function isTeam(Node $node): bool {
		return $node->getMountPoint()->getMountType() === self::TEAM;
	}
}
