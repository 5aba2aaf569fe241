<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Sharing;

use OCP\Files\Node;
use Sandbox\Service\Things;

/** Files that are attached to cards: shares with a card. */
class DeckShareProvider {
	public function __construct(
		private readonly Things $things,
	) {
	}

	/** @return list<Attached> */
	public function getSharesByPath(Node $path): array {
		$with = array_filter($this->things->all('attachment'), static fn (array $one): bool => $one['file'] === $path->getId());
		return array_values(array_map(self::share(...), $with));
	}

	/** @return list<Attached> */
	public function getSharedWithByType(int $cardId, int $shareType, $limit, $offset): array {
		return array_map(self::share(...), $this->things->all('attachment', $cardId));
	}

	/** @param array<string, mixed> $one */
	private static function share(array $one): Attached {
		return new Attached($one['file'], (int)$one['parent']);
	}
}
