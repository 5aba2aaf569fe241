<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Library\Event\SheetDeleted;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Shared\Atomic;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** Writes sheets with the people they name, and their index entries. Nothing else writes them. */
class SheetStore {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly SheetMapper $sheets,
		private readonly EvaluationMapper $evaluations,
		private readonly SignatureMapper $signatures,
		private readonly SheetIndex $documents,
		private readonly Index $index,
		private readonly IEventDispatcher $events,
	) {
	}

	public function insert(Sheet $sheet): void {
		$this->atomic(function () use ($sheet): void {
			$this->sheets->insert($sheet);
			$this->sheets->writeNames($sheet);
			$this->find($sheet);
		}, $this->db);
	}

	/** @return bool false if another person has changed the sheet since this version: nothing was written */
	public function updateFrom(Sheet $sheet, int $version): bool {
		return $this->atomic(function () use ($sheet, $version): bool {
			$written = $this->sheets->updateFrom($sheet, $version);
			if ($written) {
				$this->sheets->writeNames($sheet);
				$this->find($sheet);
			}
			return $written;
		}, $this->db);
	}

	/** Stores what no person wrote: where the file is, or that it is gone. */
	public function update(Sheet $sheet): void {
		$this->atomic(function () use ($sheet): void {
			$this->sheets->update($sheet);
			$this->find($sheet);
		}, $this->db);
	}

	/** @return bool false if the version has changed: nothing was removed */
	public function delete(Sheet $sheet, int $version): bool {
		return $this->atomic(function () use ($sheet, $version): bool {
			if (!$this->sheets->updateFrom($sheet, $version)) {
				return false;
			}
			$id = (int)$sheet->getId();
			$this->index->remove(SheetIndex::TYPE, $id);
			$this->sheets->deleteNames($id);
			$this->evaluations->deleteOfSheet($id);
			$this->signatures->deleteOfSheet($id);
			$this->events->dispatchTyped(new SheetDeleted($sheet->getFileId()));
			$this->sheets->delete($sheet);
			return true;
		}, $this->db);
	}

	/** A group is gone: removes it from sheets. */
	public function forgetGroup(int $groupId): void {
		$this->atomic(function () use ($groupId): void {
			foreach ($this->sheets->findByIds($this->sheets->forgetGroup($groupId)) as $sheet) {
				$this->find($sheet);
			}
		}, $this->db);
	}

	private function find(Sheet $sheet): void {
		$document = $this->documents->of($sheet);
		$document === null ? $this->index->remove(SheetIndex::TYPE, (int)$sheet->getId()) : $this->index->put($document);
	}
}
