<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** A thing next to another, with everything between them. */
final class Neighbour {
	/** @var list<Tie> */
	public array $ties = [];

	/** @var list<array<string, mixed>> links, of LinkMapper::rowsOf() */
	public array $rows = [];

	/** The thing as its viewer may see it. */
	public ?Thing $thing = null;

	public function __construct(
		public readonly Ref $ref,
	) {
	}

	/** The most sought relations come first. */
	public function rank(): int {
		$rank = $this->rows === [] ? Tie::LAST : Tie::MADE;
		foreach ($this->ties as $tie) {
			$rank = min($rank, $tie->rank);
		}
		return $rank;
	}

	/** @return list<Tie> ties with different words, the most sought first */
	public function distinctTies(): array {
		$ties = [];
		foreach ($this->ties as $tie) {
			$ties[$tie->words] ??= $tie;
		}
		usort($ties, static fn (Tie $a, Tie $b): int => $a->rank <=> $b->rank);
		return $ties;
	}
}
