<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Sharing;

use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Share\ShareReview\RegisterShareReviewSourceEvent;

/**
 * Offers what is in the public showcase to the app in which administrators review shares, from Nextcloud 34.0.2 on. Older versions never load the class
 * of the event, nor ShowcaseShares.
 *
 * @template-implements IEventListener<RegisterShareReviewSourceEvent>
 */
class OfferShares implements IEventListener {
	public function handle(Event $event): void {
		if ($event instanceof RegisterShareReviewSourceEvent) {
			$event->registerSource(ShowcaseShares::class);
		}
	}
}
