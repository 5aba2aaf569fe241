<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

/** Somebody who looks, with all that decides what they may see. */
final class Viewer {
	/**
	 * @param ?string $uid account, null for a visitor
	 * @param ?int $memberId their own card
	 * @param bool $facilitator facilitates the network: keeps the cards nobody else keeps, sees nothing more otherwise
	 * @param array<int, list<string>> $mates titles of the groups shared with each member, by member id
	 */
	public function __construct(
		public readonly ?string $uid,
		public readonly ?int $memberId = null,
		public readonly bool $facilitator = false,
		public readonly array $mates = [],
	) {
	}

	/**
	 * @return list<string> titles of the groups this viewer shares with a member
	 */
	public function together(int $memberId): array {
		return $this->mates[$memberId] ?? [];
	}
}
