<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use Closure;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Status;

/** The current state of a subscriber. */
final class Reached {
	/**
	 * @param ?Member $card their card, if they have one
	 * @param ?string $uid of their account, if they have one, even if it took their card over since
	 * @param bool $active whether their account may log in and use the app; true for people without one
	 * @param ?string $hash of the address at which they get mails; null: none
	 * @param Closure(): ?string $read reads that address, which may be encrypted: that takes a millisecond
	 */
	public function __construct(
		public readonly Subscriber $row,
		public readonly ?Member $card,
		public readonly ?string $uid,
		public readonly string $name,
		private readonly bool $active,
		public readonly ?string $hash,
		private readonly Closure $read,
	) {
	}

	/** The address at which they get mails; null: none. */
	public function address(): ?string {
		return $this->hash === null ? null : ($this->read)();
	}

	/** Why they have no address; null: they have one. */
	public function noMail(): ?NoMail {
		return match (true) {
			$this->hash !== null => null,
			$this->uid !== null => $this->active ? NoMail::NoAddress : NoMail::Disabled,
			default => $this->card !== null && self::belongs($this->card) ? NoMail::CardAddress : NoMail::CardHidden,
		};
	}

	/** Whether the network has to send them messages for all members. An account is a member, with a card or without, unless its person withdrew to leave the network. */
	public function isMember(): bool {
		return $this->uid === null ? $this->card !== null && self::belongs($this->card) : $this->card?->statusIs(Status::Withdrawn) !== true;
	}

	/** Whether the person of a kept card is a member. */
	public static function belongs(Member $card): bool {
		return $card->getSuspended() !== true && $card->statusIs(Status::Published, Status::Paused);
	}
}
