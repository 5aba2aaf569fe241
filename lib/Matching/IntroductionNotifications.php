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
 * Nextcloud notifications about introductions. A notification holds the number of the introduction; its text is made from the reader's view of the introduction
 * when it is read (Integration\Notifications\IntroductionNotifier), so each account has one of its own.
 */
class IntroductionNotifications {
	public const INTRODUCTION = 'introduction';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly Network $network,
	) {
	}

	/** @return bool false if no one could be notified */
	public function notify(IntroducedPeople $people, Side $side): bool {
		$sent = array_map(fn (string $uid): bool => $this->notifyAccount($people->id(), $uid), $this->accountsOf($people->member($side)));
		return in_array(true, $sent, true);
	}

	public function notifyAccount(int $id, string $uid): bool {
		return $this->notifications->send(Kind::Introduction, self::INTRODUCTION, self::INTRODUCTION, (string)$id, $uid);
	}

	/** @param ?string $except the account that did it */
	public function notifyFacilitators(int $id, ?string $except): void {
		foreach ($this->network->facilitating() as $uid) {
			if ($uid !== $except) {
				$this->notifyAccount($id, $uid);
			}
		}
	}

	/** Withdraws the notifications: a newer one replaces them, or none. */
	public function withdraw(int $id, ?string $uid = null): void {
		$this->notifications->withdraw(self::INTRODUCTION, (string)$id, $uid);
	}

	/** @return list<string> the accounts that get the notifications of a person */
	public function accountsOf(?Member $member): array {
		return match (true) {
			$member === null => [],
			$member->getUid() !== null => [$member->getUid()],
			default => $this->network->keepers($member->getStewardUid()),
		};
	}
}
