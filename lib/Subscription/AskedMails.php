<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Mails that anybody can have sent to any address, by typing it on a page: few a day to one address, and not more than so many an hour in all, so that the page
 * cannot be used to pester others. Whether one was sent is not said.
 */
class AskedMails {
	private const PATIENCE = 900;
	private const DAY = 86_400;
	private const A_DAY = 4;
	private const IN_ALL = 300;

	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @throws ReasonException enough_mails: to everybody
	 */
	public function requireRoom(): void {
		$now = $this->clock->getTime();
		if ($this->subscribers->countMailed($now - 3600, $now) >= self::IN_ALL) {
			throw new ReasonException('enough_mails', Http::STATUS_TOO_MANY_REQUESTS);
		}
	}

	/** @return bool whether one more may be sent now; of two at the same moment, one may */
	public function take(Subscriber $row): bool {
		$now = $this->clock->getTime();
		// A clock that was put back makes nobody wait for the time it showed.
		$last = (int)$row->getMailedAt() > $now ? 0 : (int)$row->getMailedAt();
		$sent = $last > $now - self::DAY ? (int)$row->getMails() : 0;
		return $sent < self::A_DAY && $last <= $now - self::PATIENCE && $this->subscribers->noteMail($row, $now, $sent + 1);
	}
}
