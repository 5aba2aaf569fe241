<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\DB;

use PDO;

interface IResult {
	public function closeCursor(): bool;
	public function fetch(int $fetchMode = PDO::FETCH_ASSOC);
	public function fetchOne();
	public function fetchAll(int $fetchMode = PDO::FETCH_ASSOC): array;
	public function fetchFirstColumn(): array;
}
