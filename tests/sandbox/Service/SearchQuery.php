<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Search\ISearchQuery;

/** A query of the unified search. */
class SearchQuery implements ISearchQuery {
	public function __construct(
		private readonly string $term,
		private readonly int $limit,
		private readonly int|string|null $cursor,
	) {
	}

	public function getTerm(): string {
		return $this->term;
	}

	public function getLimit(): int {
		return $this->limit;
	}

	public function getCursor(): int|string|null {
		return $this->cursor;
	}
}
