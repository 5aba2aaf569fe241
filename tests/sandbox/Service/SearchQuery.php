<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Search\IFilter;
use OCP\Search\ISearchQuery;

/** A query of the unified search. */
class SearchQuery implements ISearchQuery {
	/** @param array<string, IFilter> $filters */
	public function __construct(
		private readonly string $term,
		private readonly int $limit,
		private readonly int|string|null $cursor,
		private readonly array $filters = [],
	) {
	}

	public function getTerm(): string {
		return $this->term;
	}

	public function getFilter(string $name): ?IFilter {
		return $this->filters[$name] ?? null;
	}

	public function getLimit(): int {
		return $this->limit;
	}

	public function getCursor(): int|string|null {
		return $this->cursor;
	}
}
