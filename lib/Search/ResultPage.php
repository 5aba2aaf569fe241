<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/** A page of search results. */
final class ResultPage {
	/**
	 * @param list<int> $ids of this page, in order
	 * @param int $total number of results, at most Finder::MANY
	 * @param bool $more whether there are more than the total
	 * @param ?string $next cursor of the next page
	 * @param ?list<int> $all all results, if they are not too many
	 * @param array<int, array<string, true>> $fields by object of this page, the fields in which a word matched
	 */
	public function __construct(
		public readonly array $ids,
		public readonly int $total,
		public readonly bool $more,
		public readonly ?string $next,
		public readonly ?array $all,
		public readonly array $fields,
	) {
	}
}
