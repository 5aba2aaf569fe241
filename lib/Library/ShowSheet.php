<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * An author of a sheet, or the keeper of their card, puts it into the public showcase; of a sheet that names no member, who may change it. These and any
 * facilitator of the network may take it out.
 */
class ShowSheet {
	public function __construct(
		private readonly SheetAccess $access,
		private readonly SheetMapper $sheets,
		private readonly SheetStore $store,
		private readonly People $people,
		private readonly Ledger $ledger,
		private readonly Viewers $viewers,
		private readonly SheetLock $lock,
	) {
	}

	/**
	 * Also one whose file the viewer does not have, to those who may take it out.
	 *
	 * @throws ReasonException not_found
	 */
	public function seen(Viewer $viewer, int $fileId): SeenSheet {
		$seen = $this->access->find($viewer, $fileId);
		if ($seen !== null) {
			return $seen;
		}
		$sheet = $this->sheets->findByFile($fileId);
		$mayEnd = $sheet?->getShowcased() === true && (($viewer->facilitator && $this->access->isPublic($sheet)) || $this->keptAuthors($viewer, $sheet) !== []);
		return $mayEnd ? new SeenSheet($sheet, null, false) : throw ReasonException::notFound();
	}

	/** Whether the viewer may change what is chosen. */
	public function may(Viewer $viewer, SeenSheet $seen): bool {
		return $seen->sheet->getShowcased() === true ? $this->mayEnd($viewer, $seen) : self::mayBegin($viewer, $seen);
	}

	/** Whether the viewer decides about it at all, whatever is chosen now. */
	public function decides(Viewer $viewer, SeenSheet $seen): bool {
		return self::mayBegin($viewer, $seen) || $this->mayEnd($viewer, $seen);
	}

	/** Who may change a sheet, facilitates the network or keeps an author's card takes it out. */
	private function mayEnd(Viewer $viewer, SeenSheet $seen): bool {
		return $seen->mayChange || $viewer->facilitator || $this->keptAuthors($viewer, $seen->sheet) !== [];
	}

	/** Its authors with an account whose card is shown put it in; one that names no member, those who may change it. */
	private static function mayBegin(Viewer $viewer, SeenSheet $seen): bool {
		$sheet = $seen->sheet;
		$authors = $sheet->authors ?? [];
		return !$sheet->isAnonymous() && $viewer->memberId !== null && ($authors === [] ? $seen->mayChange : $viewer->shown && in_array($viewer->memberId, $authors, true));
	}

	/**
	 * @return SeenSheet as it is then
	 * @throws ReasonException not_found · not_yours · not_published · for_members_only: its licence says so
	 */
	public function choose(Viewer $viewer, int $fileId, bool $shown): SeenSheet {
		$sheet = $this->seen($viewer, $fileId)->sheet;
		return $this->lock->run((int)$sheet->getId(), function () use ($viewer, $fileId, $shown): SeenSheet {
			$viewer = $this->viewers->of((string)$viewer->uid);
			$seen = $this->seen($viewer, $fileId);
			$sheet = $seen->sheet;
			if (!($shown && $sheet->getShowcased() !== true ? self::mayBegin($viewer, $seen) : $this->mayEnd($viewer, $seen))) {
				throw ReasonException::notYours();
			}
			if ($shown && (!$sheet->isPublished() || $seen->file === null)) {
				throw new ReasonException('not_published', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			if ($shown && $sheet->isForMembers()) {
				throw new ReasonException('for_members_only', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			if ($shown !== ($sheet->getShowcased() === true)) {
				$sheet->setShowcased($shown ? true : null);
				$this->store->updateFrom($sheet, $sheet->getVersion());
				$what = $shown ? Consent::SHOWCASE_SHEET : Consent::SHOWCASE_SHEET_ENDED;
				$this->ledger->ofThing($this->keptAuthors($viewer, $sheet)[0] ?? $viewer->memberId, $what, $fileId, Consent::IN_THE_APP, $viewer->uid);
			}
			return $seen;
		}, $viewer->memberId, ...$sheet->authors ?? []);
	}

	/** An author has left, or is erased: what no other one who stays has written leaves, and does not come back with them. */
	public function endAllOf(int $memberId): void {
		foreach ($this->sheets->idsOfAuthor($memberId) as $id) {
			$this->lock->run($id, function () use ($memberId, $id): void {
				$sheet = $this->sheets->findById($id);
				if ($sheet?->getShowcased() === true && $this->access->staying(array_values(array_diff($sheet->authors ?? [], [$memberId]))) === []) {
					$this->end($sheet, $memberId, Consent::WITHDRAWN);
				}
			}, $memberId);
		}
	}

	/** @return list<array{fileId: string, title: string}> those that name the viewer and are in it, also without their files */
	public function ownShown(Viewer $viewer): array {
		$sheets = $viewer->memberId === null ? [] : $this->sheets->findByFiles($this->sheets->filesOfAuthor($viewer->memberId));
		$shown = array_filter($sheets, static fn (Sheet $sheet): bool => $sheet->getShowcased() === true);
		usort($shown, static fn (Sheet $a, Sheet $b): int => [Fold::text($a->getTitle()), $a->getFileId()] <=> [Fold::text($b->getTitle()), $b->getFileId()]);
		return array_map(static fn (Sheet $sheet): array => ['fileId' => (string)$sheet->getFileId(), 'title' => $sheet->getTitle()], $shown);
	}

	/**
	 * An author without an account takes it out by their own link.
	 *
	 * @return bool whether it is theirs, and so no longer in it
	 */
	public function endByLink(int $memberId, int $fileId): bool {
		return $this->lock->run($this->sheets->findByFile($fileId)?->getId(), function () use ($memberId, $fileId): bool {
			$sheet = $this->sheets->findByFile($fileId);
			if ($sheet === null || !self::isBy($sheet, $memberId)) {
				return false;
			}
			if ($sheet->getShowcased() === true) {
				$this->end($sheet, $memberId, Consent::BY_LINK);
			}
			return true;
		}, $memberId);
	}

	/**
	 * @param list<int> $fileIds
	 * @return array<int, string> titles of sheets by file, of those that the viewer may know: that are public, whose file they have, or that they or people whose cards they keep wrote.
	 *                            None of an anonymous one: beside a name it would say who wrote it
	 */
	public function titles(Viewer $viewer, array $fileIds): array {
		$seen = $this->access->ofFiles($viewer, $fileIds);
		$titles = [];
		foreach ($this->sheets->findByFiles($fileIds) as $sheet) {
			$known = isset($seen[$sheet->getFileId()]) || self::isBy($sheet, $viewer->memberId) || $this->keptAuthors($viewer, $sheet) !== [] || $this->access->isPublic($sheet);
			if ($known && !$sheet->isAnonymous()) {
				$titles[$sheet->getFileId()] = $sheet->getTitle();
			}
		}
		return $titles;
	}

	private function end(Sheet $sheet, int $memberId, string $how): void {
		$sheet->setShowcased(null);
		$this->store->updateFrom($sheet, $sheet->getVersion());
		$this->ledger->ofThing($memberId, Consent::SHOWCASE_SHEET_ENDED, $sheet->getFileId(), $how, null);
	}

	private static function isBy(Sheet $sheet, ?int $memberId): bool {
		return $memberId !== null && in_array($memberId, $sheet->authors ?? [], true);
	}

	/** @return list<int> its authors for whom the viewer speaks, themselves first */
	private function keptAuthors(Viewer $viewer, Sheet $sheet): array {
		$kept = array_keys(array_filter($this->people->persons($sheet->authors ?? []), static fn (Person $author): bool => Visibility::keeps($viewer, $author)));
		sort($kept);
		return in_array($viewer->memberId, $kept, true) ? [$viewer->memberId] : $kept;
	}
}
