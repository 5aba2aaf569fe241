<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Doctrine\DBAL\Result as DoctrineResult;
use OCP\DB\IResult;
use PDO;

/** Rows of a query. */
class Result implements IResult {
	public function __construct(
		private readonly DoctrineResult $rows,
	) {
	}

	public function closeCursor(): bool {
		$this->rows->free();
		return true;
	}

	public function fetch(int $fetchMode = PDO::FETCH_ASSOC) {
		return match ($fetchMode) {
			PDO::FETCH_ASSOC => $this->rows->fetchAssociative(),
			PDO::FETCH_NUM => $this->rows->fetchNumeric(),
			PDO::FETCH_COLUMN => $this->rows->fetchOne(),
		};
	}

	public function fetchOne() {
		return $this->rows->fetchOne();
	}

	public function fetchAll(int $fetchMode = PDO::FETCH_ASSOC): array {
		return match ($fetchMode) {
			PDO::FETCH_ASSOC => $this->rows->fetchAllAssociative(),
			PDO::FETCH_NUM => $this->rows->fetchAllNumeric(),
			PDO::FETCH_COLUMN => $this->rows->fetchFirstColumn(),
		};
	}

	public function fetchFirstColumn(): array {
		return $this->rows->fetchFirstColumn();
	}
}
