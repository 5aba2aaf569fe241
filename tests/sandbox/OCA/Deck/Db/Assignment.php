<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

class Assignment {
	public function __construct(
		private readonly int $cardId,
		private readonly string $participant,
	) {
	}

	public function getCardId(): int {
		return $this->cardId;
	}

	public function getParticipant(): string {
		return $this->participant;
	}

	/** An account. */
	public function getType(): int {
		return 0;
	}
}
