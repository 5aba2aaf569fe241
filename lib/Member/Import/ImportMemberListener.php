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
 * Deletes the earlier contents of an erased card, which an import kept to be undone.
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
