<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Files\Cache\IFileAccess;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Stores the paths of sheets' files, and which files are deleted: file events report changes, and missed ones are noticed when a sheet is read. A file
 * moved out of the library counts as deleted, and comes back with its sheet.
 */
class PlaceSheets {
	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly SheetStore $store,
		private readonly LibraryRoot $root,
		private readonly LibraryFiles $files,
		private readonly IFileAccess $access,
		private readonly ITimeFactory $clock,
		private readonly LoggerInterface $logger,
	) {
	}

	/** A file changed: reads one row if it has no sheet. */
	public function fileChanged(int $fileId): void {
		$sheets = $this->sheets->findByFiles([$fileId]);
		if ($sheets !== []) {
			$this->files->forget();
			$this->settle($sheets);
		}
	}

	/** A folder changed: does nothing unless a sheet's file is in its storage. */
	public function folderChanged(int $folderId): void {
		$entry = $this->access->getByFileId($folderId);
		if ($entry === null || $this->sheets->livesIn((int)$entry->getStorageId())) {
			// It may be the library's folder itself.
			$this->files->forget();
			$this->settleFiles($this->sheets->fileIds());
		}
	}

	/**
	 * Something was restored from the trash bin. A shared file that its recipient deleted comes back as another file: it replaces the one that was
	 * deleted there, and takes over its sheet.
	 */
	public function restored(int $id): void {
		$this->files->forget();
		$entry = $this->files->within([$id])[$id] ?? null;
		$path = $entry === null ? null : $this->files->pathOf($entry);
		foreach ($path === null ? [] : $this->sheets->findGone() as $sheet) {
			$there = str_starts_with($sheet->getPath() . '/', "$path/") ? $this->files->at((string)$sheet->getPath()) : null;
			if ($there !== null && $this->sheets->findByFile($there->getId()) === null) {
				$sheet->setFileId($there->getId());
				$this->settle([$sheet]);
			}
		}
	}

	/** @param list<int> $fileIds */
	public function settleFiles(array $fileIds): void {
		$this->settle($this->sheets->findByFiles($fileIds));
	}

	/**
	 * Stores the current places of the files of these sheets.
	 *
	 * @param list<Sheet> $sheets
	 */
	public function settle(array $sheets): void {
		// Without a library nothing is recorded about any file: it may be another folder tomorrow.
		if ($sheets === [] || $this->root->id() === null) {
			return;
		}
		$within = $this->files->within(array_map(static fn (Sheet $sheet): int => $sheet->getFileId(), $sheets));
		foreach ($sheets as $sheet) {
			$entry = $within[$sheet->getFileId()] ?? null;
			if ($entry === null) {
				$sheet->setGoneAt($sheet->getGoneAt() ?? $this->clock->getTime());
			} else {
				$sheet->setGoneAt(null);
				$sheet->setStorageId((int)$entry->getStorageId());
				$sheet->setPath($this->files->pathOf($entry));
			}
			$this->write($sheet);
		}
	}

	private function write(Sheet $sheet): void {
		if ($sheet->getUpdatedFields() === []) {
			return;
		}
		try {
			$this->store->update($sheet);
		} catch (Throwable $e) {
			// Retried at the next read; the current reader must not be stopped by it.
			$this->logger->warning('Could not save the location of the file of a sheet', ['app' => 'reseau', 'exceptionClass' => $e::class]);
		}
	}
}
