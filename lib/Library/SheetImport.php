<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCP\Files\Folder;
use OCP\Files\NotFoundException;

/** Creates sheets from a file that describes library files. A file that already has a sheet keeps it. */
class SheetImport {
	/** A sheet's values, under the keys of the file. */
	private const WORDS = ['kind', 'title', 'summary', 'terms', 'outcome', 'tried', 'happened', 'learnt', 'wanted', 'licence', 'anonymous', 'deposited'];

	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly WriteSheet $writing,
		private readonly SheetAccess $access,
		private readonly EvaluateSheet $evaluating,
		private readonly Signatures $signatures,
		private readonly TextHash $hashes,
		private readonly People $people,
		private readonly MemberService $members,
		private readonly Groups $groups,
		private readonly Viewers $viewers,
	) {
	}

	/**
	 * @param list<mixed> $rows entries with `path` below the library's folder, `kind`, `title`, `summary`, `terms`, `territory`, `groups` and `authors`
	 *        by the names they were imported under, and the other fields of a sheet
	 * @param string $uid the author, who may change the files
	 */
	public function import(array $rows, Folder $library, string $uid): ImportReport {
		$report = new ImportReport();
		$viewer = $this->viewers->of($uid);
		foreach ($rows as $i => $row) {
			$path = is_array($row) && is_string($row['path'] ?? null) ? $row['path'] : null;
			if ($path === null) {
				$report->skipped("[$i]", 'path_missing');
				continue;
			}
			try {
				$report->add($path, $this->one($viewer, $row, $library->get($path)->getId()));
			} catch (ReasonException $e) {
				$report->skipped($path, trim($e->reason . ' ' . (string)($e->details['field'] ?? '')));
			} catch (NotFoundException) {
				$report->skipped($path, 'not_found');
			}
		}
		return $report;
	}

	/**
	 * @param array<string, mixed> $row
	 * @return string the outcome, a constant of ImportReport
	 */
	private function one(Viewer $viewer, array $row, int $fileId): string {
		if ($this->sheets->findByFile($fileId) !== null) {
			return ImportReport::UNCHANGED;
		}
		$words = array_intersect_key($row, array_flip(self::WORDS));
		$words['context'] = ($row['context'] ?? []) + ['territories' => isset($row['territory']) ? [$row['territory']] : []];
		$words['authors'] = $this->memberIds($row['authors'] ?? []);
		$words['groups'] = array_values(array_filter(array_map($this->groups->idOfRef(...), $row['groups'] ?? [])));
		$this->writing->write($viewer, $fileId, $words + ['version' => 0]);
		$this->writing->setStatus($viewer, $fileId, ['status' => Sheet::PUBLISHED, 'version' => 1]);
		$this->voices($viewer, $row, $fileId);
		return ImportReport::MADE;
	}

	/**
	 * They have evaluations and signatures.
	 *
	 * @param array<string, mixed> $row
	 */
	private function voices(Viewer $viewer, array $row, int $fileId): void {
		$seen = $this->access->seen($viewer, $fileId);
		foreach ($row['evaluations'] ?? [] as $evaluation) {
			foreach ($this->people->byIds($this->memberIds([$evaluation['by']])) as $by) {
				$this->evaluating->write($seen->sheet, $by, $evaluation);
			}
		}
		$hash = SheetRules::isSignable($seen->sheet) ? (string)$this->hashes->of((string)$viewer->uid, $fileId) : '';
		foreach ($hash === '' ? [] : $this->people->byIds($this->memberIds($row['signatures'] ?? [])) as $card) {
			$this->signatures->sign($viewer, $seen, $card, $hash);
		}
		foreach ($hash === '' ? [] : $row['paper'] ?? [] as $paper) {
			$this->signatures->enter($viewer, $seen, $paper);
		}
	}

	/**
	 * @param list<string> $refs
	 * @return list<int> of existing groups
	 */
	private function memberIds(array $refs): array {
		return array_values(array_filter(array_map($this->members->idOfRef(...), $refs)));
	}
}
