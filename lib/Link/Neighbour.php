<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** One thing beside another, with all that is between them. */
final class Neighbour {
	/** @var list<Tie> */
	public array $ties = [];

	/** @var list<array<string, mixed>> links as they are stored */
	public array $rows = [];

	/** What its viewer knows of it. */
	public ?Thing $thing = null;

	public function __construct(
		public readonly Ref $ref,
	) {
	}

	/** @return list<Link> */
	public function links(): array {
		return array_map(Link::fromRow(...), $this->rows);
	}

	/** What a reader looks for first comes first. */
	public function rank(): int {
		$ranks = array_map(static fn (Tie $tie): int => $tie->rank, $this->ties);
		return min([...$ranks, ...$this->rows === [] ? [] : [Tie::MADE], Tie::LAST]);
	}

	/** @return list<Tie> those that say something of their own, what is looked for first before the others */
	public function told(): array {
		$ties = [];
		foreach ($this->ties as $tie) {
			$ties[$tie->words] ??= $tie;
		}
		usort($ties, static fn (Tie $a, Tie $b): int => $a->rank <=> $b->rank);
		return $ties;
	}
}
