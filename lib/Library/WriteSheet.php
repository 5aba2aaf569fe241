<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Library\Event\StoryPublished;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** Writes, publishes and deletes sheets. Who did so is not stored; a name is kept only if the sheet contains it. */
class WriteSheet {
	use Atomic;

	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly SheetStore $store,
		private readonly SheetRules $rules,
		private readonly SheetAccess $access,
		private readonly SheetPresenter $presenter,
		private readonly AnonymousAuthors $authors,
		private readonly Ledger $ledger,
		private readonly IDBConnection $db,
		private readonly ITimeFactory $clock,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * Creates or changes the sheet of a file. Once none of its authors is left, or it is for members alone, it leaves the public showcase.
	 *
	 * @param array<array-key, mixed> $input texts and terms, and the `version` they were changed from, 0 for a new sheet; `deposited` from
	 *   facilitators only; `reachable`, whether the viewer can be written to as its anonymous author
	 * @throws ReasonException not_found · not_in_library · not_yours · version_missing · stale_version with the `current` sheet · those of SheetRules and
	 *                         AnonymousAuthors
	 */
	public function write(Viewer $viewer, int $fileId, array $input): void {
		$file = $this->access->changeable($viewer, $fileId);
		$version = Input::version($input);
		$deposited = array_key_exists('deposited', $input) ? Input::flag($input['deposited'], 'deposited') : null;
		$reachable = array_key_exists('reachable', $input) ? Input::flag($input['reachable'], 'reachable') : null;
		unset($input['version'], $input['deposited'], $input['reachable']);
		if ($deposited === true && !$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		$sheet = $this->sheets->findByFile($fileId);
		$made = $sheet === null;
		// Invalid input is reported first: a choice between two versions would lead nowhere.
		$sheet ??= $this->fresh($fileId);
		$before = $sheet->shown();
		$wrote = $sheet->authors ?? [];
		$sheet->setGoneAt(null);
		$sheet->setStorageId((int)$file->entry->getStorageId());
		$sheet->setPath($file->path);
		$this->rules->write($viewer, $sheet, $input);
		if ($deposited !== null) {
			$sheet->setDeposited($deposited && $sheet->isAnonymous());
		}
		$this->authors->choose($viewer, $sheet, $reachable);
		if ($sheet->isPublished()) {
			SheetRules::requireWhole($sheet);
		}
		// Readers see the day: it is that of a change they can see.
		if ($made || $sheet->shown() !== $before) {
			$sheet->setChangedAt($this->clock->getTime());
		}
		if ($made !== ($version === 0)) {
			throw $this->stale($viewer, $fileId);
		}
		if ($made) {
			$this->insert($viewer, $sheet);
			return;
		}
		$left = $sheet->getShowcased() === true && ($sheet->isAnonymous() || $sheet->isForMembers() || ($sheet->authors !== $wrote && array_intersect($sheet->authors ?? [], $wrote) === []));
		if ($left) {
			$sheet->setShowcased(null);
		}
		$this->atomic(function () use ($viewer, $sheet, $version, $left, $wrote): void {
			$this->update($viewer, $sheet, $version);
			foreach ($left ? $wrote : [] as $author) {
				$this->ledger->ofThing($author, Consent::SHOWCASE_SHEET_ENDED, $sheet->getFileId(), Consent::SHEET_CHANGED, null);
			}
		}, $this->db);
	}

	/**
	 * @param array<array-key, mixed> $input `status`, and the `version` it was changed from
	 * @throws ReasonException not_found · not_yours · unknown_status · version_missing · stale_version with the `current` sheet · title_missing · context_missing
	 */
	public function setStatus(Viewer $viewer, int $fileId, array $input): void {
		$sheet = $this->access->edited($viewer, $fileId)->sheet;
		$version = Input::version($input);
		$status = $input['status'] ?? null;
		if (!in_array($status, [Sheet::DRAFT, Sheet::PUBLISHED], true)) {
			throw new ReasonException('unknown_status', details: ['field' => 'status']);
		}
		$first = $status === Sheet::PUBLISHED && $sheet->getPublishedAt() === null;
		if ($status === Sheet::PUBLISHED) {
			SheetRules::requireWhole($sheet);
			$sheet->setPublishedAt($sheet->getPublishedAt() ?? $this->clock->getTime());
		}
		if ($sheet->getStatus() !== $status) {
			$sheet->setStatus($status);
			$sheet->setChangedAt($this->clock->getTime());
			$this->update($viewer, $sheet, $version);
		}
		if ($first) {
			$this->events->dispatchTyped(new StoryPublished($fileId, $sheet->groups ?? [], $viewer->uid));
		}
	}

	/**
	 * The file stays.
	 *
	 * @param array<array-key, mixed> $input with the `version` that was read
	 * @throws ReasonException not_found · not_yours · version_missing · stale_version with the `current` sheet
	 */
	public function remove(Viewer $viewer, int $fileId, array $input): void {
		$seen = $this->access->seen($viewer, $fileId);
		if (!SheetAccess::mayRemove($viewer, $seen)) {
			throw ReasonException::notYours();
		}
		if (!$this->store->delete($seen->sheet, Input::version($input))) {
			throw $this->stale($viewer, $fileId);
		}
	}

	private function fresh(int $fileId): Sheet {
		$sheet = new Sheet();
		$sheet->authors = $sheet->groups = [];
		$sheet->setFileId($fileId);
		$sheet->setStatus(Sheet::DRAFT);
		$sheet->setVersion(1);
		$sheet->setAnonymous(false);
		return $sheet;
	}

	/** @throws ReasonException stale_version: another person has created one in the meantime */
	private function insert(Viewer $viewer, Sheet $sheet): void {
		try {
			$this->store->insert($sheet);
		} catch (Exception $e) {
			throw $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->stale($viewer, $sheet->getFileId()) : $e;
		}
	}

	/** @throws ReasonException stale_version */
	private function update(Viewer $viewer, Sheet $sheet, int $version): void {
		// Compares with the sheet as it was read: a different requested or stored version is another person's change.
		if ($sheet->getVersion() !== $version || !$this->store->updateFrom($sheet, $version)) {
			throw $this->stale($viewer, $sheet->getFileId());
		}
	}

	/** With the current sheet; without one if another person has deleted it. */
	private function stale(Viewer $viewer, int $fileId): ReasonException {
		$seen = $this->access->find($viewer, $fileId);
		return ReasonException::stale(...$seen === null ? [] : ['current' => $this->presenter->present($viewer, $seen)]);
	}
}
