<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** A relation between two things that comes from the data, without a link. */
final class Tie {
	/** Facilitators, authors, and what a group is based on. */
	public const FIRST = 0;
	/** Links made by people rank between the two. */
	public const MADE = 1;
	public const USUAL = 2;
	/** Frequent relations that say little. */
	public const LAST = 3;

	/**
	 * @param string $words from the other thing's side, in the reader's language
	 * @param int $rank one of the constants: what a reader looks for first; never a rating of a person
	 * @param ?OnPage $onPage where the page of the subject itself shows it
	 * @param ?Ref $through the thing that the words mention and both belong to, such as a group
	 */
	public function __construct(
		public readonly Ref $to,
		public readonly string $words,
		public readonly int $rank = self::USUAL,
		public readonly ?OnPage $onPage = null,
		public readonly ?Ref $through = null,
	) {
	}
}
