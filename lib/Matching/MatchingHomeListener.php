<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Event\CollectingMatches;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * The home page begins with the best matches.
 *
 * @template-implements IEventListener<Event>
 */
class MatchingHomeListener implements IEventListener {
	public function __construct(
		private readonly MatchPresenter $presenter,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingMatches) {
			$event->matches = $this->presenter->list($event->viewer, $event->own, $event->most);
		}
	}
}
