<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** Why another thing is beside one by itself: nobody made that a link. */
final class Tie {
	/** Who facilitates or wrote, and what a group stands on. */
	public const FIRST = 0;
	/** What somebody linked stands between. */
	public const MADE = 1;
	public const USUAL = 2;
	/** What there may be much of, and says little. */
	public const LAST = 3;

	/**
	 * @param string $words read from the one beside which it is, in the reader's language
	 * @param int $rank of those above: what a reader looks for first; never a measure of a person
	 */
	public function __construct(
		public readonly Ref $to,
		public readonly string $words,
		public readonly int $rank = self::USUAL,
	) {
	}
}
