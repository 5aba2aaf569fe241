<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Search;

/** The part of all objects that a search covers: objects that appeared in a period, or objects of a person. */
final class Narrowing {
	/**
	 * @param ?int $since the first second, since 1970; null: from the beginning
	 * @param ?int $until the last second; null: until now
	 * @param ?list<int> $ids the only objects; null: all
	 */
	public function __construct(
		private readonly ?int $since = null,
		private readonly ?int $until = null,
		public readonly ?array $ids = null,
	) {
	}

	/** The condition that a row of the objects is among them. */
	public function condition(string $alias): string {
		return implode(' AND ', [
			...($this->since === null ? [] : ["$alias.fresh >= $this->since"]),
			...($this->until === null ? [] : ["$alias.fresh <= $this->until"]),
			$this->ids === null ? '1 = 1' : Query::among($alias, $this->ids),
		]);
	}
}
