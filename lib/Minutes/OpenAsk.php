<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Member\Card\Member;

/** An invitation as its person sees it through the link of their mail. */
final class OpenAsk {
	/** @param ?Member $card the card they already have, without an account */
	public function __construct(
		public readonly Ask $ask,
		public readonly Group $group,
		public readonly ?Member $card,
		public readonly string $name,
		public readonly string $email,
		public readonly string $note,
	) {
	}

	public function isAccepted(): bool {
		return $this->ask->getState() === Ask::ACCEPTED;
	}

	/** They have a shown card: they consented to it before. */
	public function isMember(): bool {
		return $this->card?->isShown() === true;
	}
}
