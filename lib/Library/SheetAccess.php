<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Who may do what with a sheet. Who has the file in their Files sees its sheet; who may change the file changes it, and they alone see a
 * draft. Of a file that is gone from the library, whoever has all of the library sees what was published of it, and who may still change
 * the file elsewhere takes the sheet away.
 */
class SheetAccess {
	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly LibraryRoot $root,
		private readonly LibraryFiles $files,
		private readonly PlaceSheets $places,
		private readonly People $people,
		private readonly Viewers $viewers,
	) {
	}

	/** Who is asking right now. */
	public function viewer(): Viewer {
		return $this->viewers->current();
	}

	/**
	 * @throws ReasonException not_found: the sheet is not there, or not for this viewer
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
	 * The sheets of some files, of those that are there and that the viewer has.
	 *
	 * @param list<int> $fileIds
	 * @return array<int, SeenSheet> by number of the file
	 */
	public function ofFiles(Viewer $viewer, array $fileIds): array {
		$sheets = $viewer->uid === null ? [] : $this->sheets->findByFiles($fileIds);
		$files = $sheets === [] ? [] : $this->files->seen((string)$viewer->uid, array_map(static fn (Sheet $sheet): int => $sheet->getFileId(), $sheets));
		$seen = [];
		foreach ($sheets as $sheet) {
			$file = $files[$sheet->getFileId()] ?? null;
			// Asked of drafts alone: others are in lists, where nothing is changed.
			$mayChange = $file !== null && !$sheet->isPublished() && $this->files->mayChange((string)$viewer->uid, $sheet->getFileId());
			if ($file !== null && ($sheet->isPublished() || $mayChange)) {
				$seen[$sheet->getFileId()] = new SeenSheet($sheet, $file, $mayChange);
			}
		}
		return $seen;
	}

	/**
	 * A file of the library that the viewer may change, whether it has a sheet or not.
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

	/** Whether the viewer may take the sheet away: who may change the file, wherever it is; of one that is gone, who facilitates. */
	public static function mayRemove(Viewer $viewer, SeenSheet $seen): bool {
		return $seen->mayChange || $seen->elsewhere || ($seen->file === null && $viewer->facilitator);
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
