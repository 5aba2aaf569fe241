<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Event\DescribingIntroduction;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Adds the reason to the conversation of two people who were introduced.
 *
 * @template-implements IEventListener<Event>
 */
class MatchingMessageListener implements IEventListener {
	public function __construct(
		private readonly MatchPresenter $presenter,
		private readonly People $people,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof DescribingIntroduction) {
			$own = $this->people->byId($event->own->ownerId());
			$other = $this->people->byId($event->other->ownerId());
			$event->reasons = $own === null || $other === null ? [] : $this->presenter->reasons($event->viewer, $own, $other);
		}
	}
}
