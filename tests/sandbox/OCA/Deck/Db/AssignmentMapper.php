<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

use Sandbox\Service\Things;

class AssignmentMapper {
	public function __construct(
		private readonly Things $things,
	) {
	}

	/** @return Assignment[] */
	public function findAll(int $cardId): array {
		return array_map(static fn (string $uid): Assignment => new Assignment($cardId, $uid), $this->things->get('card', $cardId)['users'] ?? []);
	}

	/** @return Assignment[] of any board */
	public function findByParticipant(string $participant, $type = 0): array {
		$theirs = array_filter($this->things->all('card'), static fn (array $card): bool => in_array($participant, $card['users'], true));
		return array_values(array_map(static fn (array $card): Assignment => new Assignment($card['id'], $participant), $theirs));
	}
}
