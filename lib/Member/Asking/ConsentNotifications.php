<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Asking;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Settings\Network;

/**
 * Tells the keepers of a card what its person answered by their link. The notification holds the number of the card: its text is created when it is
 * read (Integration\Notifications\ConsentNotifier). Of who refused nothing is kept, nor said.
 */
class ConsentNotifications {
	public const ANSWERED = 'consent_answered';

	private const CARD = 'kept_card';

	/** In place of the number of a card that is erased: no number at all. */
	private const ERASED = 'erased';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly Network $network,
	) {
	}

	public function agreed(Member $member): void {
		$this->tell($member, (string)$member->ownerId());
	}

	public function refused(Member $member): void {
		$this->notifications->withdraw(self::CARD, (string)$member->ownerId());
		$this->tell($member, self::ERASED);
	}

	private function tell(Member $member, string $id): void {
		foreach ($this->network->keepers($member->getStewardUid()) as $uid) {
			$this->notifications->send(Kind::Kept, self::ANSWERED, self::CARD, $id, $uid);
		}
	}
}
