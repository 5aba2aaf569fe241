<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Shows on Home conversations with something unread, of the person and of people whose cards they keep; for facilitators, reported ones.
 *
 * @template-implements IEventListener<Event>
 */
class MessageAwaitsListener implements IEventListener {
	public function __construct(
		private readonly Conversations $conversations,
		private readonly MessagePresenter $presenter,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits) {
			[$count, $unread] = $this->conversations->unread($event->viewer, $event->most);
			$event->name('messages', $this->presenter->awaiting($event->viewer, $unread), $count);
			$event->add('reports', $event->viewer->facilitator ? $this->conversations->countReported() : 0);
		}
	}
}
