<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/** The result of a search, and how it was found. */
final class Answer {
	/**
	 * @param Query $query the final query, with corrected words
	 * @param array<string, string> $instead tokens searched for instead of misspelt words, by word as written
	 * @param bool $none no object except the viewer's own has all of several words
	 * @param bool $near in that case, the results have only some of them
	 * @param bool $own whether the viewer's own object has all of them
	 */
	public function __construct(
		public readonly Query $query,
		public readonly ResultPage $page,
		public readonly array $instead = [],
		public readonly bool $none = false,
		public readonly bool $near = false,
		public readonly bool $own = false,
	) {
	}
}
