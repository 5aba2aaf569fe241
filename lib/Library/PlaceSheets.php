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
 * Keeps where the files of sheets are, and which are gone: what happens to files is told by events, and whatever was not told is seen when a
 * sheet is read. A file that is moved out of the library is gone from it, and comes back with its sheet.
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

	/** Something happened to a file: one look at its row where it has no sheet. */
	public function fileChanged(int $fileId): void {
		$sheets = $this->sheets->findByFiles([$fileId]);
		if ($sheets !== []) {
			$this->files->forget();
			$this->settle($sheets);
		}
	}

	/** Something happened to a folder: nothing is looked at unless a sheet's file is in its storage. */
	public function folderChanged(int $folderId): void {
		$entry = $this->access->getByFileId($folderId);
		if ($entry === null || $this->sheets->livesIn((int)$entry->getStorageId())) {
			// It may be the library's own.
			$this->files->forget();
			$this->settleFiles($this->sheets->fileIds());
		}
	}

	/**
	 * Something came back from the bin. What somebody threw away that was shared with them comes back as another file: it is what is gone
	 * from there, and has its sheet.
	 */
	public function cameBack(int $id): void {
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
	 * Writes down where the files of these sheets are by now.
	 *
	 * @param list<Sheet> $sheets
	 */
	public function settle(array $sheets): void {
		// Without a library nothing is told of any file: it may be another folder tomorrow.
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
			// Read again next time; whoever reads now is not to be stopped by it.
			$this->logger->warning('Where the file of a sheet is could not be written down: ' . $e::class, ['app' => 'reseau']);
		}
	}
}
