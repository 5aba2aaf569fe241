<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;

/**
 * Nextcloud notifications about notices, to their authors, for a person without an account to the keeper of their card, to people they thank, and to people near. A
 * notification holds the number of the notice; its text is created when it is read (Integration\Notifications\NoticeNotifier).
 */
class NoticeNotifications {
	/** It ends within a week. */
	public const ENDING = 'notice_ending';
	/** A facilitator of the network ended it. */
	public const STOPPED = 'notice_stopped';
	/** It is done, thanks to them. */
	public const THANKED = 'notice_thanked';
	/** It is near them, on their themes, or what they offer fits. */
	public const NEAR = 'notice_near';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly Viewers $viewers,
		private readonly Network $network,
	) {
	}

	/** @return bool false if no one could be notified */
	public function notifyEnding(AuthoredNotice $one): bool {
		return $this->notify(self::ENDING, $one);
	}

	public function notifyStopped(AuthoredNotice $one): void {
		$this->notify(self::STOPPED, $one);
	}

	/** To a person with an account who sees the notice. */
	public function notifyThanked(AuthoredNotice $one, Member $thanked): void {
		$uid = $thanked->getUid();
		if ($uid !== null && $one->isSeenBy($this->viewers->of($uid))) {
			$this->notifications->send(Kind::Linked, self::THANKED, self::THANKED, (string)$one->id(), $uid);
		}
	}

	/**
	 * To a person near (Matching\AnnounceNotices).
	 *
	 * @param bool $soon it is urgent: without waiting for the daily mail
	 * @return bool false if it could not be sent
	 */
	public function notifyNear(AuthoredNotice $one, string $uid, bool $soon): bool {
		return $this->notifications->send(Kind::Near, self::NEAR, self::NEAR, (string)$one->id(), $uid, soon: $soon);
	}

	/** The author has answered, or the question is obsolete. */
	public function settled(int $noticeId): void {
		$this->notifications->withdraw(self::ENDING, (string)$noticeId);
		$this->notifications->withdraw(self::STOPPED, (string)$noticeId);
	}

	private function notify(string $what, AuthoredNotice $one): bool {
		$sent = array_map(
			fn (string $uid): bool => $this->notifications->send(Kind::Notice, $what, $what, (string)$one->id(), $uid),
			$this->accountsOf($one),
		);
		return in_array(true, $sent, true);
	}

	/** @return list<string> accounts that decide about a notice */
	public function accountsOf(AuthoredNotice $one): array {
		$uid = $one->author->getUid();
		return $uid === null ? $this->network->keepers($one->author->getStewardUid()) : [$uid];
	}
}
