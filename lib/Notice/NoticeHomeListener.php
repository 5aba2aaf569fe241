<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Member\Event\CollectingNotices;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Adds notices to the home page: those that end soon or have no answer, and those near the person or on their themes.
 *
 * @template-implements IEventListener<Event>
 */
class NoticeHomeListener implements IEventListener {
	public function __construct(
		private readonly NoticeMapper $notices,
		private readonly UnansweredNotices $unanswered,
		private readonly NoticesNear $near,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits) {
			$event->add('notice_ending', $this->notices->countAsked($event->viewer));
			$event->add('notice_unanswered', $this->unanswered->countOwn($event->viewer));
		} elseif ($event instanceof CollectingNotices) {
			$event->notices = $this->near->of($event->viewer, $event->own, $event->most);
		}
	}
}
