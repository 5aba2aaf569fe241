<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Message\Event\DescribingTopics;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Titles of notices that conversations are about.
 *
 * @template-implements IEventListener<Event>
 */
class NoticeTopics implements IEventListener {
	public function __construct(
		private readonly Notices $notices,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof DescribingTopics) {
			$seen = array_filter($this->notices->some($event->ids(NoticeIndex::TYPE)), static fn (AuthoredNotice $one): bool => $one->isSeenBy($event->viewer));
			$event->add(NoticeIndex::TYPE, array_map(static fn (AuthoredNotice $one): string => $one->notice->getTitle(), $seen));
		}
	}
}
