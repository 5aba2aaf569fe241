<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Asks members once, on Home, whether they want the letter.
 *
 * @template-implements IEventListener<Event>
 */
class SubscriptionAwaitsListener implements IEventListener {
	public function __construct(
		private readonly OwnLetter $letter,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits && $this->letter->isToAsk((string)$event->viewer->uid)) {
			$event->add('letter', 1);
		}
	}
}
