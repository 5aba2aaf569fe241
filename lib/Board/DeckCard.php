<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Board;

/** A Deck card, as a reader of its board sees it. */
final class DeckCard {
	/**
	 * @param ?string $due YYYY-MM-DD
	 * @param bool $open neither done, in the stack of finished ones, nor archived
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $title,
		public readonly int $boardId,
		public readonly string $board,
		public readonly ?string $due,
		public readonly bool $open,
	) {
	}
}
