<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

class Board {
	/** @param array<string, mixed> $board as of Sandbox\Service\Deck */
	public function __construct(
		private readonly array $board,
	) {
	}

	public function getId(): int {
		return $this->board['id'];
	}

	public function getTitle(): string {
		return $this->board['title'];
	}

	public function getOwner(): string {
		return $this->board['owner'];
	}

	public function getDeletedAt(): int {
		return $this->board['deletedAt'];
	}
}
