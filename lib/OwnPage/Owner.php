<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Subscription\Subscriber;

/** A person without an account, as the owner of their page: with a card that is kept for them, or only with a subscription. */
final class Owner {
	/**
	 * @param Subscriber $row their choice about the letter; not stored yet, if they made none
	 * @param ?int $until seconds since 1970, until when the link works; null: as long as the card is kept
	 * @param bool $unconfirmed it is the link of a mail about their agreement, which was given in another way
	 */
	public function __construct(
		public readonly ?Member $card,
		public readonly Subscriber $row,
		public readonly ?string $address,
		public readonly ?int $until,
		public readonly bool $unconfirmed = false,
	) {
	}

	public function name(): string {
		return $this->card?->getName() ?? (string)$this->row->getName();
	}
}
