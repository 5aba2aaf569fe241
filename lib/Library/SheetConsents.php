<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Event\NamingThings;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Titles of the stories that entries of the record of consents are about.
 *
 * @template-implements IEventListener<Event>
 */
class SheetConsents implements IEventListener {
	private const WHAT = [Consent::SHOWCASE_SHEET, Consent::SHOWCASE_SHEET_ENDED];

	public function __construct(
		private readonly ShowSheet $sheets,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof NamingThings) {
			$event->name($this->sheets->titles($event->reader, $event->ids(...self::WHAT)), ...self::WHAT);
		}
	}
}
