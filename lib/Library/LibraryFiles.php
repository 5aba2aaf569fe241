<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\Files\Cache\ICacheEntry;
use OCP\Files\Cache\IFileAccess;
use OCP\Files\File;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Mount\IMountPoint;
use OCP\Files\Node;
use Throwable;

/**
 * The files in the library, and those of them a person has. Files decides: a person who has the library's folder has all of it, unless something in
 * it has its own rules; for others each of their mounts of the library's storage is checked, and single files only if a rule may hide them.
 */
class LibraryFiles {
	/** Ids in one statement. */
	private const CHUNK = 900;

	/** With this many files in a folder, the folder is listed instead of checking each file. */
	private const MANY = 4;

	/** Files read to find the few that are shown. */
	private const RECENT = 20;

	private ?ICacheEntry $rootEntry = null;

	/** @var array<string, list<array{inside: string, at: string, own: bool, whole: bool}>> by account */
	private array $ways = [];

	public function __construct(
		private readonly LibraryRoot $root,
		private readonly IFileAccess $access,
		private readonly IRootFolder $files,
	) {
	}

	/**
	 * Entries of the library, regardless of who has them.
	 *
	 * @param list<int> $ids
	 * @return array<int, ICacheEntry> by number
	 */
	public function within(array $ids): array {
		$root = $this->rootEntry();
		if ($root === null) {
			return [];
		}
		$within = [];
		foreach (array_chunk(array_values(array_unique($ids)), self::CHUNK) as $chunk) {
			foreach ($this->access->getByFileIds($chunk) as $id => $entry) {
				if ($entry->getStorageId() === $root->getStorageId() && !in_array(self::rest($entry->getPath(), $root->getPath()), [null, ''], true)) {
					$within[$id] = $entry;
				}
			}
		}
		return $within;
	}

	/** The entry at a path below the library's folder, regardless of who has it. */
	public function at(string $path): ?ICacheEntry {
		$root = $this->rootEntry();
		return $root === null ? null : $this->access->getByPathInStorage(ltrim($root->getPath() . $path, '/'), (int)$root->getStorageId());
	}

	/** Something was moved, or many accounts were checked: the library's place and mounts are read again. */
	public function forget(): void {
		$this->root->forget();
		$this->rootEntry = null;
		$this->ways = [];
	}

	/** Path of an entry below the library's folder, with a leading slash. */
	public function pathOf(ICacheEntry $entry): string {
		return (string)self::rest($entry->getPath(), (string)$this->rootEntry()?->getPath());
	}

	/**
	 * The files of the library that an account has.
	 *
	 * @param list<int> $ids
	 * @return array<int, SeenFile> by number
	 */
	public function seen(string $uid, array $ids): array {
		$within = $this->within($ids);
		$library = $this->root->of($uid);
		if ($within === [] || $library->state === OpenLibrary::NONE) {
			return [];
		}
		$at = $library->folder === null ? null : self::below($library->folder, $uid);
		$seen = $asked = [];
		foreach ($within as $id => $entry) {
			$path = $this->pathOf($entry);
			if ($at !== null && $library->whole) {
				$seen[$id] = new SeenFile($entry, $path, $at . $path);
				continue;
			}
			foreach ($this->ways($uid) as $way) {
				$rest = self::rest($entry->getPath(), $way['inside']);
				if ($rest === null) {
					continue;
				}
				// People without the library's folder do not see the parent folders of what they have.
				$file = new SeenFile($entry, $at !== null ? $path : ($way['own'] ? '' : '/' . basename($way['at'])) . $rest, $way['at'] . $rest);
				if ($way['whole']) {
					$seen[$id] = $file;
					break;
				}
				$asked[$id][] = $file;
			}
		}
		return $seen + $this->there($uid, array_diff_key($asked, $seen));
	}

	/**
	 * Files in an account's home storage, in a query or two; files that a rule may hide are left out here.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{string, bool}> path below the account's files, with a leading slash, and whether it is a folder; by number
	 */
	public function own(string $uid, array $ids): array {
		try {
			$mount = $this->files->getUserFolder($uid)->getMountPoint();
			$start = $mount->getMountPoint() === "/$uid/" && LibraryRoot::isWhole($mount) ? $this->access->getByFileId($mount->getStorageRootId()) : null;
		} catch (Throwable) {
			$start = null;
		}
		$own = [];
		foreach ($start === null ? [] : array_chunk($ids, self::CHUNK) as $chunk) {
			foreach ($this->access->getByFileIds($chunk) as $id => $entry) {
				// The rest of the account's storage contains its trash bin and former versions.
				$path = $entry->getStorageId() === $start->getStorageId() ? self::rest($entry->getPath(), ltrim("{$start->getPath()}/files", '/')) : null;
				if (!in_array($path, [null, ''], true)) {
					$own[$id] = [$path, $entry->getMimeType() === ICacheEntry::DIRECTORY_MIMETYPE];
				}
			}
		}
		return $own;
	}

	public function sees(string $uid, int $id): ?SeenFile {
		return $this->seen($uid, [$id])[$id] ?? null;
	}

	/** Whether an account may change a file or folder, its own or another's. */
	public function mayChange(string $uid, int $id): bool {
		foreach ($this->nodes($uid, $id) as $node) {
			if ($node->isReadable() && $node->isUpdateable()) {
				return true;
			}
		}
		return false;
	}

	/** A file or folder as an account has it, in the library or not. */
	public function node(string $uid, int $id): ?Node {
		foreach ($this->nodes($uid, $id) as $node) {
			if ($node->isReadable()) {
				return $node;
			}
		}
		return null;
	}

	/**
	 * The files below a folder that were changed in the last two weeks, as an account has them; hidden ones are left out.
	 *
	 * @return list<File> the latest first; empty if Files does not answer
	 */
	public function recent(string $uid, int $folder, int $most): array {
		try {
			$node = $this->node($uid, $folder);
			// Nextcloud also finds empty folders.
			$files = array_filter(
				$node instanceof Folder ? $node->getRecent(self::RECENT) : [],
				static fn (Node $file): bool => $file instanceof File && $file->isReadable() && !str_starts_with($file->getName(), '.'),
			);
		} catch (Throwable) {
			return [];
		}
		return array_slice(array_values($files), 0, $most);
	}

	/** @return list<Node> */
	private function nodes(string $uid, int $id): array {
		try {
			return array_values($this->files->getUserFolder($uid)->getById($id));
		} catch (Throwable) {
			return [];
		}
	}

	private function rootEntry(): ?ICacheEntry {
		if ($this->rootEntry === null) {
			$id = $this->root->id();
			$this->rootEntry = $id === null ? null : $this->access->getByFileId($id);
		}
		return $this->rootEntry;
	}

	/**
	 * Where an account has parts of the library's storage.
	 *
	 * @return list<array{inside: string, at: string, own: bool, whole: bool}> path within the storage, path below the account's files, whether it is
	 *         the account's own storage, and whether all of it is visible
	 */
	private function ways(string $uid): array {
		return $this->ways[$uid] ??= $this->findWays($uid);
	}

	/** @return list<array{inside: string, at: string, own: bool, whole: bool}> */
	private function findWays(string $uid): array {
		$root = $this->rootEntry();
		$ways = [];
		try {
			$mounts = [$this->files->getUserFolder($uid)->getMountPoint(), ...$this->files->getMountsIn("/$uid/files")];
		} catch (Throwable) {
			$mounts = [];
		}
		foreach ($mounts as $mount) {
			$way = $root === null ? null : $this->way($mount, $uid, $root);
			if ($way !== null) {
				$ways[] = $way;
			}
		}
		return $ways;
	}

	/** @return ?array{inside: string, at: string, own: bool, whole: bool} */
	private function way(IMountPoint $mount, string $uid, ICacheEntry $root): ?array {
		try {
			$start = $mount->getNumericStorageId() === $root->getStorageId() ? $this->access->getByFileId($mount->getStorageRootId()) : null;
		} catch (Throwable) {
			// A storage that does not answer has no visible files.
			return null;
		}
		if ($start === null) {
			return null;
		}
		$own = $mount->getMountPoint() === "/$uid/";
		// Of the account's own storage, only `files` is visible.
		$inside = $own ? ltrim($start->getPath() . '/files', '/') : $start->getPath();
		if (self::rest($inside, $root->getPath()) === null && self::rest($root->getPath(), $inside) === null) {
			return null;
		}
		return ['inside' => $inside, 'at' => $own ? '' : rtrim(substr($mount->getMountPoint(), strlen("/$uid/files")), '/'), 'own' => $own, 'whole' => LibraryRoot::isWhole($mount)];
	}

	/**
	 * Checks entries that a rule may hide.
	 *
	 * @param array<int, list<SeenFile>> $asked the places where each may be
	 * @return array<int, SeenFile> the files that exist
	 */
	private function there(string $uid, array $asked): array {
		$folders = [];
		foreach ($asked as $id => $files) {
			foreach ($files as $file) {
				$folders[dirname($file->at)][$id] = $file;
			}
		}
		$seen = [];
		foreach ($folders as $path => $files) {
			$seen += array_intersect_key($files, array_flip($this->readable($uid, (string)$path, $files)));
		}
		return $seen;
	}

	/**
	 * @param array<int, SeenFile> $files of one folder
	 * @return list<int> ids of those that exist
	 */
	private function readable(string $uid, string $path, array $files): array {
		try {
			$folder = $this->files->getUserFolder($uid);
			if (count($files) >= self::MANY) {
				$there = $folder->get($path);
				$nodes = $there instanceof Folder ? $there->getDirectoryListing() : [];
			} else {
				$nodes = array_filter(array_map(static fn (SeenFile $file): ?Node => self::nodeAt($folder, $file->at), $files));
			}
		} catch (Throwable) {
			return [];
		}
		return array_values(array_map(
			static fn (Node $node): int => $node->getId(),
			array_filter($nodes, static fn (Node $node): bool => $node->isReadable()),
		));
	}

	private static function nodeAt(Folder $folder, string $path): ?Node {
		try {
			return $folder->get($path);
		} catch (Throwable) {
			return null;
		}
	}

	/** @return ?string the part of a path below another path of its storage, with a leading slash; empty: both are equal; null: it is elsewhere */
	private static function rest(string $path, string $around): ?string {
		return match (true) {
			$path === $around => '',
			$around === '' => "/$path",
			str_starts_with($path, "$around/") => substr($path, strlen($around)),
			default => null,
		};
	}

	private static function below(Folder $folder, string $uid): string {
		return rtrim(substr($folder->getPath(), strlen("/$uid/files")), '/');
	}
}
