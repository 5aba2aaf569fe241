<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

use Sandbox\Service\Deck;

class BoardMapper {
	public function __construct(
		private readonly Deck $deck,
	) {
	}

	/** @return Board[] */
	public function findAllForUser(string $userId, ?int $since = null, bool $includeArchived = true, ?int $before = null, ?string $term = null): array {
		return array_map(static fn (array $board): Board => new Board($board), $this->deck->boardsOf($userId));
	}
}
