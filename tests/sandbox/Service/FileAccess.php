<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Files\Cache\ICacheEntry;
use OCP\Files\Cache\IFileAccess;

/** Where files are in their storages, without a viewer: those of accounts below `files`, those of the Team folder below its number. */
class FileAccess implements IFileAccess {
	public function __construct(
		private readonly Tree $tree,
	) {
	}

	public function getByPathInStorage(string $path, int $storageId): ?ICacheEntry {
		$root = $this->tree->rows([$storageId])[0] ?? null;
		$files = $root === null ? '' : self::files($root['storage']);
		$row = $root !== null && str_starts_with("$path/", "$files/") ? $this->tree->rowAt($root['storage'], substr($path, strlen($files))) : null;
		return $row === null ? null : self::entry($row, $storageId);
	}

	public function getByFileId(int $fileId): ?ICacheEntry {
		return $this->getByFileIds([$fileId])[$fileId] ?? null;
	}

	public function getByFileIds(array $fileIds): array {
		$entries = [];
		foreach ($this->tree->rows($fileIds) as $row) {
			$entries[$row['id']] = self::entry($row, $this->tree->storage($row['storage']));
		}
		return $entries;
	}

	private static function files(string $storage): string {
		return $storage === '' ? '__groupfolders/1' : 'files';
	}

	/** @param array<string, mixed> $row */
	private static function entry(array $row, int $storage): ICacheEntry {
		$files = self::files($row['storage']);
		$bin = $row['storage'] === '' ? '__groupfolders/trash/1' : 'files_trashbin/files';
		$path = $row['trashed'] === null ? $files . $row['path'] : "$bin/" . basename($row['path']) . '.d1';
		return new class($row, $storage, $path) implements ICacheEntry {
			/** @param array<string, mixed> $row */
			public function __construct(
				private readonly array $row,
				private readonly int $storage,
				private readonly string $path,
			) {
			}

			public function getId() {
				return $this->row['id'];
			}

			public function getStorageId() {
				return $this->storage;
			}

			public function getPath() {
				return $this->path;
			}

			public function getMimeType(): string {
				return $this->row['folder'] ? self::DIRECTORY_MIMETYPE : MimeTypes::of($this->row['path']);
			}

			public function getSize() {
				return $this->row['size'];
			}

			public function getMTime() {
				return $this->row['changed'];
			}
		};
	}
}
