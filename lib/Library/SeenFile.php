<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\Files\Cache\ICacheEntry;

/** A file or folder of the library as a person has it. */
final class SeenFile {
	/**
	 * @param string $path below the library's folder, with a leading slash
	 * @param string $at where the viewer has it below their files, with a leading slash
	 */
	public function __construct(
		public readonly ICacheEntry $entry,
		public readonly string $path,
		public readonly string $at,
	) {
	}

	/** @return array<string, mixed> SheetFileSchema of src/library/model.ts */
	public function present(): array {
		return [
			'name' => basename($this->path),
			'path' => $this->path,
			'folder' => $this->isFolder(),
			'mime' => $this->entry->getMimeType(),
			'size' => max(0, (int)$this->entry->getSize()),
			'changed' => (int)$this->entry->getMTime(),
		];
	}

	public function isFolder(): bool {
		return $this->entry->getMimeType() === ICacheEntry::DIRECTORY_MIMETYPE;
	}
}
