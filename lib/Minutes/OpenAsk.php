<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Member\Card\Member;

/** An invitation to one or several groups, as its person sees it through the link of their mail. */
final class OpenAsk {
	/**
	 * @param non-empty-list<AskedGroup> $groups
	 * @param ?Member $card the card they already have, without an account
	 * @param list<array{mine: bool, text: string, at: int}> $talk their questions, and the answers (`mine`)
	 */
	public function __construct(
		public readonly array $groups,
		public readonly ?Member $card,
		public readonly string $name,
		public readonly string $email,
		public readonly array $talk,
	) {
	}

	public function ask(): Ask {
		return $this->groups[0]->ask;
	}

	public function isAccepted(): bool {
		return $this->ask()->getState() === Ask::ACCEPTED;
	}

	public function hasSeveral(): bool {
		return count($this->groups) > 1;
	}

	/** They have a shown card: they consented to it before. */
	public function isMember(): bool {
		return $this->card?->isShown() === true;
	}
}
