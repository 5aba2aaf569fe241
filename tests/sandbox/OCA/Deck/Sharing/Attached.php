<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Sharing;

/** What of Nextcloud's share is asked for. */
class Attached {
	public function __construct(
		private readonly int $file,
		private readonly int $card,
	) {
	}

	public function getNodeId(): int {
		return $this->file;
	}

	public function getSharedWith(): string {
		return (string)$this->card;
	}
}
