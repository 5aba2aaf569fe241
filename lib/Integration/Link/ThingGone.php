<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Link\Links;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Notice\Event\NoticeDeleted;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Deletes the links of a deleted group or notice.
 *
 * @template-implements IEventListener<Event>
 */
class ThingGone implements IEventListener {
	public function __construct(
		private readonly Links $links,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof GroupDeleted => $this->links->forget(new Ref(ThingType::Group, $event->groupId)),
			$event instanceof NoticeDeleted => $this->links->forget(NoticeLinkable::ref($event->noticeId)),
			default => null,
		};
	}
}
