<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Event\NamingThings;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Titles of the notices that entries of the record of consents are about.
 *
 * @template-implements IEventListener<Event>
 */
class NoticeConsents implements IEventListener {
	private const WHAT = [Consent::SHOWCASE_NOTICE, Consent::SHOWCASE_NOTICE_ENDED];

	public function __construct(
		private readonly ShowNotice $notices,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof NamingThings) {
			$event->name($this->notices->titles($event->reader, $event->ids(...self::WHAT)), ...self::WHAT);
		}
	}
}
