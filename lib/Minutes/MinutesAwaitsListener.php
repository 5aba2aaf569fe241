<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Settings\Network;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Shows on Home the minutes whose groups the viewer began to create or to remove, until that is finished: their browser does it, and may have been closed.
 *
 * @template-implements IEventListener<Event>
 */
class MinutesAwaitsListener implements IEventListener {
	public function __construct(
		private readonly MinutesMapper $minutes,
		private readonly Network $network,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits && $event->viewer->uid !== null && $this->network->isFacilitator($event->viewer->uid)) {
			$event->name('minutes', array_map(static fn (Minutes $minutes): array => [
				'minutes' => ['id' => (int)$minutes->getId(), 'undoing' => $minutes->state() === MinutesState::Undoing],
				'text' => $minutes->getTitle(),
			], $this->minutes->findUnfinishedOf($event->viewer->uid)));
		}
	}
}
