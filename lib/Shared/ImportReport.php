<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** The outcome of every row of an import: nothing is skipped silently. */
class ImportReport {
	public const MADE = 'made';
	public const UPDATED = 'updated';
	public const UNCHANGED = 'unchanged';
	public const SKIPPED = 'skipped';

	/** @var list<array{row: string, outcome: string, why: string}> */
	private array $rows = [];

	public function add(string $row, string $outcome, string $why = ''): void {
		$this->rows[] = ['row' => $row, 'outcome' => $outcome, 'why' => $why];
	}

	public function skipped(string $row, string $why): void {
		$this->add($row, self::SKIPPED, $why);
	}

	/** @return list<array{row: string, outcome: string, why: string}> */
	public function rows(): array {
		return $this->rows;
	}

	/** @return array<string, int> number of rows by outcome, always all four */
	public function counts(): array {
		$counts = array_fill_keys([self::MADE, self::UPDATED, self::UNCHANGED, self::SKIPPED], 0);
		foreach ($this->rows as $row) {
			$counts[$row['outcome']]++;
		}
		return $counts;
	}
}
