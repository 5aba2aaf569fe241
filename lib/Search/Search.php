<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\ReasonException;

/**
 * A search that finds something if it can: objects with all the words, otherwise with corrected words, otherwise with some of them. The
 * viewer's own object does not count as a result.
 */
class Search {
	public function __construct(
		private readonly Finder $finder,
		private readonly Nearest $nearest,
		private readonly Spelling $spelling,
	) {
	}

	/**
	 * @param QueryParser $parser which parsed the words
	 * @param string $words as written
	 * @param string $order one of Finder::CURSORS except `near`; relevance only with words
	 * @param string $cursor where the previous page ended
	 * @param bool $near false if a list cannot say that its results have only some of the words
	 * @throws ReasonException bad_cursor
	 */
	public function find(Query $query, QueryParser $parser, string $words, string $order, string $cursor, int $limit, bool $near = true): Answer {
		// Searches without relevance have another order.
		$after = Cursor::parse($cursor, array_intersect_key(Finder::CURSORS, [$order => 0] + ($order === 'relevance' ? ['recent' => 0, 'near' => 0] : [])));
		$found = $this->finder->find($query, $order, $after, $limit);
		$instead = [];
		if ($found->total === 0 && $query->units !== []) {
			[$query, $instead] = $this->spelling->corrected($query, $parser, $words) ?? [$query, []];
			$found = $instead === [] ? $found : $this->finder->find($query, $order, $after, $limit);
			if ($found->total === 0) {
				[$query, $instead] = Spelling::likely($query, $parser, $words, $instead);
			}
		}
		$none = $near && $found->all !== null && array_diff($found->all, $query->last()) === [] && $this->nearest->applies($query);
		$nearest = $none ? $this->nearest->find($query, $order, $after, $limit) : null;
		return $nearest?->total > 0
			? new Answer($query, $nearest, $instead, true, true, $found->all !== [])
			: new Answer($query, $found, $found->total === 0 ? [] : $instead, $none);
	}

	/**
	 * How a search is answered, without the results.
	 *
	 * @return array{Query, bool} the final query, and whether only the viewer's own object has all of several words
	 */
	public function settled(Query $query, QueryParser $parser, string $words): array {
		if ($query->units === []) {
			return [$query, false];
		}
		$all = $this->finder->ids($query, 1);
		if ($all === []) {
			[$query, $instead] = $this->spelling->corrected($query, $parser, $words) ?? [$query, []];
			$all = $instead === [] ? [] : $this->finder->ids($query, 1);
			if ($all === []) {
				[$query] = Spelling::likely($query, $parser, $words, $instead);
			}
		}
		return [$query, array_diff($all, $query->last()) === [] && $this->nearest->applies($query)];
	}
}
