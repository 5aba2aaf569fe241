<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

/** Why two people could meet: what they offer for what I seek, what I offer for what they seek, or both. */
final class MatchReason {
	/** @param float $strength of both directions together; never leaves the server */
	public function __construct(
		public readonly ?Pair $theyOffer,
		public readonly ?Pair $iOffer,
		public readonly float $strength,
	) {
	}

	public function degree(): Degree {
		return $this->best()->degree;
	}

	public function direction(): Direction {
		return match (true) {
			$this->iOffer === null => Direction::TheyOffer,
			$this->theyOffer === null => Direction::IOffer,
			default => Direction::Both,
		};
	}

	/** The better direction of the two. */
	public function best(): Pair {
		/** @var non-empty-list<Pair> $pairs */
		$pairs = array_values(array_filter([$this->theyOffer, $this->iOffer]));
		return isset($pairs[1]) && $pairs[1]->strength > $pairs[0]->strength ? $pairs[1] : $pairs[0];
	}
}
