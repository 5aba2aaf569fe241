<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Event\MemberDeleted;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * What an erased card said before an import changed it is erased with it.
 *
 * @template-implements IEventListener<Event>
 */
class ImportMemberListener implements IEventListener {
	public function __construct(
		private readonly ImportedRowMapper $rows,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof MemberDeleted) {
			$this->rows->forgetEarlier($event->memberId);
		}
	}
}
