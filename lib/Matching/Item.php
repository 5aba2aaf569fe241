<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Knowledge\Meaning;

/** One thing that a person seeks or offers, as the recipe reads it. */
final class Item {
	/**
	 * @param string $text as written
	 * @param array<array-key, true> $tokens its words
	 * @param array<array-key, true> $themes that the person chose
	 * @param array<array-key, true> $publics that the person chose
	 * @param array<array-key, true> $sectors that the person chose
	 * @param array<array-key, array<string, true>> $spoken the words that belong to each theme
	 * @param Meaning $meaning what it is about
	 * @param string $kind a kind of item (KINDS of src/member/model.ts), empty if unknown
	 * @param ?int $notice the notice it comes from; null: it is on the card
	 */
	public function __construct(
		public readonly string $text,
		public readonly array $tokens,
		public readonly array $themes,
		public readonly array $publics,
		public readonly array $sectors,
		public readonly array $spoken,
		public readonly Meaning $meaning,
		public readonly string $kind,
		public readonly ?int $notice = null,
	) {
	}
}
