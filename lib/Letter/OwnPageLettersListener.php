<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Subscription\Event\CollectingLetters;
use OCA\Reseau\Subscription\Subscriptions;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Lists past letters on the page of a person without an account.
 *
 * @template-implements IEventListener<Event>
 */
class OwnPageLettersListener implements IEventListener {
	public function __construct(
		private readonly LetterPage $page,
		private readonly Subscriptions $subscriptions,
	) {
	}

	public function handle(Event $event): void {
		$reader = $event instanceof CollectingLetters ? $this->subscriptions->one($event->subscriberId) : null;
		foreach ($reader === null ? [] : $this->page->lettersOf($reader) as [$words, $url]) {
			$event->add($words, $url);
		}
	}
}
