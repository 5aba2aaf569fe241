<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Search;

use OCA\Deck\Search\Query\SearchQuery;

/** Words between spaces; of what else Deck reads there, nothing. */
class FilterStringParser {
	public function parse(?string $filter): SearchQuery {
		return new SearchQuery(preg_split('/\s+/', (string)$filter, -1, PREG_SPLIT_NO_EMPTY) ?: []);
	}
}
