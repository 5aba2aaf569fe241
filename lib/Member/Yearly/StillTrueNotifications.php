<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Yearly;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;

/**
 * The yearly question as a Nextcloud notification. It holds the id of a card or nothing at all; its text is created when it is read
 * (Integration\Notifications\StillTrueNotifier).
 */
class StillTrueNotifications {
	public const OWN = 'still_true';
	public const KEPT = 'kept_still_true';

	private const CARD = 'card';
	private const CARDS = 'kept';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly KeptCount $kept,
		private readonly Viewers $viewers,
		private readonly Network $network,
	) {
	}

	/** @return bool false if it could not be sent */
	public function askOwn(Member $member): bool {
		$this->notifications->withdraw(self::CARD, (string)$member->ownerId());
		return $this->notifications->send(Kind::StillTrue, self::OWN, self::CARD, (string)$member->ownerId(), (string)$member->getUid());
	}

	/** Once for all the cards they keep; the newest question replaces the previous one. */
	public function askKept(string $uid): bool {
		return $this->notifications->send(Kind::StillTrue, self::KEPT, self::CARDS, 'due', $uid);
	}

	/** Its keeper has answered, or the question is obsolete. */
	public function answered(Member $member): void {
		if ($member->getUid() !== null) {
			$this->notifications->withdraw(self::CARD, (string)$member->ownerId());
			return;
		}
		foreach ($this->network->keepers($member->getStewardUid()) as $uid) {
			if ($this->kept->due($this->viewers->of($uid)) === 0) {
				$this->notifications->withdraw(self::CARDS, 'due', $uid);
			}
		}
	}
}
