<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use Closure;

/** The outcome of every row of an import: nothing is skipped silently. */
class ImportReport {
	public const MADE = 'made';
	public const UPDATED = 'updated';
	public const UNCHANGED = 'unchanged';
	public const SKIPPED = 'skipped';

	/** @var list<array{row: string, outcome: string, why: string}> */
	private array $rows = [];

	/** @var array<string, int> */
	private array $counts = [self::MADE => 0, self::UPDATED => 0, self::UNCHANGED => 0, self::SKIPPED => 0];

	/** @param ?Closure(array{row: string, outcome: string, why: string}): void $report receives each row instead of rows(): a file may have any number */
	public function __construct(
		private readonly ?Closure $report = null,
	) {
	}

	public function add(string $row, string $outcome, string $why = ''): void {
		$this->counts[$outcome]++;
		$added = ['row' => $row, 'outcome' => $outcome, 'why' => $why];
		$this->report === null ? $this->rows[] = $added : ($this->report)($added);
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
		return $this->counts;
	}
}
