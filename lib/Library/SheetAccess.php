<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Who may do what with a sheet. People who have the file in their Files see its sheet; people who may change the file may change the sheet, and only
 * they see a draft. When a file is gone from the library, people who have all of the library still see its published sheet, and people who may change
 * the file elsewhere can delete it.
 */
class SheetAccess {
	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly LibraryRoot $root,
		private readonly LibraryFiles $files,
		private readonly PlaceSheets $places,
		private readonly People $people,
	) {
	}

	/**
	 * @throws ReasonException not_found: the sheet does not exist, or this viewer may not see it
	 */
	public function seen(Viewer $viewer, int $fileId): SeenSheet {
		return $this->find($viewer, $fileId) ?? throw ReasonException::notFound();
	}

	public function find(Viewer $viewer, int $fileId): ?SeenSheet {
		$sheet = $this->sheets->findByFile($fileId);
		if ($sheet === null || $viewer->uid === null) {
			return null;
		}
		$file = $this->files->sees($viewer->uid, $fileId);
		if ($file !== null) {
			$this->places->settle([$sheet]);
			$mayChange = $this->files->mayChange($viewer->uid, $fileId);
			return $sheet->isPublished() || $mayChange ? new SeenSheet($sheet, $file, $mayChange) : null;
		}
		if ($this->files->within([$fileId]) !== []) {
			return null;
		}
		$elsewhere = $this->files->mayChange($viewer->uid, $fileId);
		return $elsewhere || ($sheet->isPublished() && $this->root->of($viewer->uid)->whole) ? new SeenSheet($sheet, null, false, $elsewhere) : null;
	}

	/**
	 * The sheets of these files, as far as they exist and the viewer has the files.
	 *
	 * @param list<int> $fileIds
	 * @return array<int, SeenSheet> by file id
	 */
	public function ofFiles(Viewer $viewer, array $fileIds): array {
		$sheets = $viewer->uid === null ? [] : $this->sheets->findByFiles($fileIds);
		$files = $sheets === [] ? [] : $this->files->seen((string)$viewer->uid, array_map(static fn (Sheet $sheet): int => $sheet->getFileId(), $sheets));
		$seen = [];
		foreach ($sheets as $sheet) {
			$file = $files[$sheet->getFileId()] ?? null;
			// Checked for drafts only: published ones are in lists, where nothing is changed.
			$mayChange = $file !== null && !$sheet->isPublished() && $this->files->mayChange((string)$viewer->uid, $sheet->getFileId());
			if ($file !== null && ($sheet->isPublished() || $mayChange)) {
				$seen[$sheet->getFileId()] = new SeenSheet($sheet, $file, $mayChange);
			}
		}
		return $seen;
	}

	/**
	 * A library file that the viewer may change, with or without a sheet.
	 *
	 * @throws ReasonException not_found · not_in_library · not_yours
	 */
	public function changeable(Viewer $viewer, int $fileId): SeenFile {
		$uid = (string)$viewer->uid;
		$file = $this->files->sees($uid, $fileId);
		if ($file === null) {
			throw $this->files->node($uid, $fileId) === null
				? ReasonException::notFound()
				: new ReasonException('not_in_library', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		return $this->files->mayChange($uid, $fileId) ? $file : throw ReasonException::notYours();
	}

	/**
	 * A sheet the viewer may change.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function edited(Viewer $viewer, int $fileId): SeenSheet {
		$seen = $this->seen($viewer, $fileId);
		return $seen->mayChange ? $seen : throw ReasonException::notYours();
	}

	/** Whether the viewer may delete the sheet: those who may change the file, wherever it is; if the file is gone, facilitators. */
	public static function mayRemove(Viewer $viewer, SeenSheet $seen): bool {
		return $seen->mayChange || $seen->elsewhere || ($seen->file === null && $viewer->facilitator);
	}

	/** Whether visitors of the public showcase see it: while an author of it is shown, or if it names no member. SheetMapper::showcased() has the same in SQL. */
	public function isPublic(Sheet $sheet): bool {
		$authors = $sheet->isShowcased() ? $sheet->authors ?? [] : [];
		return $sheet->isShowcased() && ($authors === [] || array_filter($this->people->persons($authors), static fn (Person $author): bool => $author->isShown()) !== []);
	}

	/**
	 * @param list<int> $authors
	 * @return list<int> those who have not left the network
	 */
	public function staying(array $authors): array {
		return array_keys(array_filter($this->people->briefly($authors), static fn (Member $author): bool => !$author->statusIs(Status::Withdrawn)));
	}

	/**
	 * The viewer's own card.
	 *
	 * @throws ReasonException no_card
	 */
	public function own(Viewer $viewer): Member {
		return ($viewer->memberId === null ? null : $this->people->byId($viewer->memberId))
			?? throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
	}
}
