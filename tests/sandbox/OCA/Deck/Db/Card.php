<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

use DateTime;

class Card {
	/** @param array<string, mixed> $card as of Sandbox\Service\Deck */
	public function __construct(
		private readonly array $card,
	) {
	}

	public function getId(): int {
		return $this->card['id'];
	}

	public function getTitle(): string {
		return $this->card['title'];
	}

	public function getStackId(): int {
		return (int)$this->card['parent'];
	}

	public function getDuedate(): ?DateTime {
		return $this->card['duedate'] === null ? null : new DateTime($this->card['duedate']);
	}

	public function getDone(): ?DateTime {
		return $this->card['done'] === null ? null : new DateTime($this->card['done']);
	}

	public function getArchived(): bool {
		return $this->card['archived'];
	}

	/** Deleted cards are missing completely. */
	public function getDeletedAt(): int {
		return 0;
	}
}
