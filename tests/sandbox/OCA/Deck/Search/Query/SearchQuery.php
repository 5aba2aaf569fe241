<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Search\Query;

class SearchQuery {
	/** @param list<string> $tokens */
	public function __construct(
		private readonly array $tokens,
	) {
	}

	/** @return list<string> */
	public function getTextTokens(): array {
		return $this->tokens;
	}
}
