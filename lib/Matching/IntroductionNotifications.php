<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Settings\Network;

/**
 * Nextcloud notifications about introductions. A notification holds the number of the introduction; what it says follows from what the introduction is to
 * its reader when it is read (Integration\Notifications\IntroductionNotifier), so there is one for each.
 */
class IntroductionNotifications {
	public const INTRODUCTION = 'introduction';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly Network $network,
	) {
	}

	/** @return bool false if nobody could be notified */
	public function tell(IntroducedPeople $people, Side $side): bool {
		$sent = array_map(fn (string $uid): bool => $this->tellAccount($people->id(), $uid), $this->accountsOf($people->member($side)));
		return in_array(true, $sent, true);
	}

	public function tellAccount(int $id, string $uid): bool {
		return $this->notifications->send(Kind::Introduction, self::INTRODUCTION, self::INTRODUCTION, (string)$id, $uid);
	}

	/** @param ?string $except who did it themselves */
	public function tellFacilitators(int $id, ?string $except): void {
		foreach ($this->network->facilitating() as $uid) {
			if ($uid !== $except) {
				$this->tellAccount($id, $uid);
			}
		}
	}

	/** Something new is said instead, or nothing. */
	public function withdraw(int $id, ?string $uid = null): void {
		$this->notifications->withdraw(self::INTRODUCTION, (string)$id, $uid);
	}

	/** @return list<string> whom a notification for a person goes to */
	public function accountsOf(?Member $member): array {
		return match (true) {
			$member === null => [],
			$member->getUid() !== null => [$member->getUid()],
			default => $this->network->keepers($member->getStewardUid()),
		};
	}
}
