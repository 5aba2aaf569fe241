<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Yearly;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notices;
use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;

/**
 * The yearly question as a Nextcloud notification. It holds the id of a card or nothing at all; its text is created when it is read
 * (Integration\StillTrueNotifier).
 */
class StillTrueNotice {
	public const APP = 'reseau';
	public const OWN = 'still_true';
	public const KEPT = 'kept_still_true';

	private const CARD = 'card';
	private const CARDS = 'kept';

	public function __construct(
		private readonly Notices $notices,
		private readonly KeptCount $kept,
		private readonly Viewers $viewers,
		private readonly Network $network,
	) {
	}

	/** @return bool false if it could not be sent */
	public function askOwn(Member $member): bool {
		$this->notices->withdraw(self::CARD, (string)$member->ownerId());
		return $this->notices->send(Kind::StillTrue, self::OWN, self::CARD, (string)$member->ownerId(), (string)$member->getUid());
	}

	/** Once for all the cards they keep; the newest question replaces the previous one. */
	public function askKept(string $uid): bool {
		return $this->notices->send(Kind::StillTrue, self::KEPT, self::CARDS, 'due', $uid);
	}

	/** Its keeper has answered, or the question is obsolete. */
	public function answered(Member $member): void {
		if ($member->getUid() !== null) {
			$this->notices->withdraw(self::CARD, (string)$member->ownerId());
			return;
		}
		foreach ($this->network->keepers($member->getStewardUid()) as $uid) {
			if ($this->kept->due($this->viewers->of($uid)) === 0) {
				$this->notices->withdraw(self::CARDS, 'due', $uid);
			}
		}
	}
}
