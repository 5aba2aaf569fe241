<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\DB\IResult;
use PDO;

/** Rows of a query. */
class Result implements IResult {
	private int $next = 0;

	/** @param list<array<string, mixed>> $rows by column */
	public function __construct(
		private readonly array $rows,
	) {
	}

	public function closeCursor(): bool {
		$this->next = count($this->rows);
		return true;
	}

	public function fetch(int $fetchMode = PDO::FETCH_ASSOC) {
		$row = $this->rows[$this->next++] ?? false;
		return $row === false ? false : self::in($fetchMode, $row);
	}

	public function fetchOne() {
		return $this->fetch(PDO::FETCH_COLUMN);
	}

	public function fetchAll(int $fetchMode = PDO::FETCH_ASSOC): array {
		$rows = array_slice($this->rows, $this->next);
		$this->closeCursor();
		return $fetchMode === PDO::FETCH_ASSOC ? $rows : array_map(static fn (array $row): mixed => self::in($fetchMode, $row), $rows);
	}

	public function fetchFirstColumn(): array {
		return $this->fetchAll(PDO::FETCH_COLUMN);
	}

	/** @param array<string, mixed> $row */
	private static function in(int $fetchMode, array $row): mixed {
		return match ($fetchMode) {
			PDO::FETCH_ASSOC => $row,
			PDO::FETCH_NUM => array_values($row),
			PDO::FETCH_COLUMN => reset($row),
		};
	}
}
