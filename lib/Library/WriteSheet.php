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
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\AfterCommit;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\EventDispatcher\IEventDispatcher;

/** Writes, publishes and deletes sheets. The account that does it is not stored; a name is kept only if the sheet contains it. */
class WriteSheet {
	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly SheetStore $store,
		private readonly SheetRules $rules,
		private readonly SheetAccess $access,
		private readonly SheetPresenter $presenter,
		private readonly AnonymousAuthors $authors,
		private readonly Ledger $ledger,
		private readonly SheetLock $lock,
		private readonly Viewers $viewers,
		private readonly ITimeFactory $clock,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * Creates or changes the sheet of a file. When its last author is removed, or it is only for members, it leaves the public showcase.
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
		$compose = fn (Viewer $viewer, Sheet $sheet): Sheet => $this->compose($viewer, $file, $sheet, $input, $deposited, $reachable);
		$stored = $this->sheets->findByFile($fileId);
		$wrote = $stored?->authors ?? [];
		// Invalid input is reported first: otherwise a person would choose between two versions in vain.
		$names = $compose($viewer, $stored ?? $this->fresh($fileId))->authors ?? [];
		try {
			$this->lock->run($stored?->getId(), function () use ($viewer, $fileId, $version, $compose): void {
				$viewer = $this->viewers->of((string)$viewer->uid);
				$stored = $this->sheets->findByFile($fileId);
				if (($stored === null) !== ($version === 0)) {
					throw $this->stale($viewer, $fileId);
				}
				$wrote = $stored?->authors ?? [];
				$sheet = $compose($viewer, $stored ?? $this->fresh($fileId));
				$stored === null ? $this->store->insert($sheet) : $this->change($viewer, $sheet, $version, $wrote);
			}, $viewer->memberId, ...$wrote, ...$names);
		} catch (Exception $e) {
			// Another person has created it at the same moment.
			throw $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->stale($viewer, $fileId) : $e;
		}
	}

	/**
	 * @param array<array-key, mixed> $input texts and terms
	 * @return Sheet the sheet with these values
	 * @throws ReasonException those of SheetRules and AnonymousAuthors
	 */
	private function compose(Viewer $viewer, SeenFile $file, Sheet $sheet, array $input, ?bool $deposited, ?bool $reachable): Sheet {
		$before = $sheet->shown();
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
		// Readers see the day, so it must be the day of a change they can see.
		if ($sheet->getId() === null || $sheet->shown() !== $before) {
			$sheet->setChangedAt($this->clock->getTime());
		}
		return $sheet;
	}

	/**
	 * @param list<int> $wrote its authors before
	 * @throws ReasonException stale_version
	 */
	private function change(Viewer $viewer, Sheet $sheet, int $version, array $wrote): void {
		$left = $sheet->getShowcased() === true && ($sheet->isAnonymous() || $sheet->isForMembers() || ($sheet->authors !== $wrote && $this->access->staying(array_values(array_intersect($sheet->authors ?? [], $wrote))) === []));
		if ($left) {
			$sheet->setShowcased(null);
		}
		$this->update($viewer, $sheet, $version);
		foreach ($left ? $wrote : [] as $author) {
			$this->ledger->ofThing($author, Consent::SHOWCASE_SHEET_ENDED, $sheet->getFileId(), Consent::SHEET_CHANGED, null);
		}
	}

	/**
	 * @param array<array-key, mixed> $input `status`, and the `version` it was changed from
	 * @throws ReasonException not_found · not_yours · unknown_status · version_missing · stale_version with the `current` sheet · title_missing · context_missing
	 */
	public function setStatus(Viewer $viewer, int $fileId, array $input): void {
		$id = (int)$this->access->edited($viewer, $fileId)->sheet->getId();
		$version = Input::version($input);
		$status = $input['status'] ?? null;
		if (!in_array($status, [Sheet::DRAFT, Sheet::PUBLISHED], true)) {
			throw new ReasonException('unknown_status', details: ['field' => 'status']);
		}
		$this->lock->run($id, function () use ($viewer, $fileId, $version, $status): void {
			$sheet = $this->access->edited($viewer, $fileId)->sheet;
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
				AfterCommit::run(fn () => $this->events->dispatchTyped(new StoryPublished($fileId, $sheet->groups ?? [])));
			}
		});
	}

	/**
	 * The file is kept.
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
