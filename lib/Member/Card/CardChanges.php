<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Audience;

/** A validated change of a card: null or missing values are unchanged. */
final class CardChanges {
	/**
	 * @param array<string, mixed> $parts new values by part name; empty ones delete the part
	 * @param ?array{email?: string, phone?: string, website?: string} $contact
	 * @param array<string, Audience> $audiences by part name
	 */
	public function __construct(
		public readonly ?string $name,
		public readonly array $parts,
		public readonly ?array $contact,
		public readonly array $audiences,
	) {
	}

	public function applyTo(Member $member): void {
		if ($this->name !== null) {
			$member->rename($this->name);
		}
		$member->writeCardParts(array_filter(
			$this->parts + $member->cardParts(),
			static fn (mixed $value): bool => $value !== '' && $value !== [],
		));
		$member->writeContactDetails($this->contact ?? $member->contactDetails());
		$member->writeAudiences($this->audiences);
	}
}
