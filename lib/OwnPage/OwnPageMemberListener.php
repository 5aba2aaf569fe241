<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Subscription\Event\SubscriberErased;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Deletes links to the page of a card with the card, and links of a person without a card with their subscription.
 *
 * @template-implements IEventListener<Event>
 */
class OwnPageMemberListener implements IEventListener {
	public function __construct(
		private readonly OwnLinkMapper $links,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->links->deleteOf('member_id', $event->memberId),
			$event instanceof MemberMerged => $this->links->deleteOf('member_id', $event->fromId),
			$event instanceof SubscriberErased => $this->links->deleteOf('subscriber_id', $event->subscriberId),
			default => null,
		};
	}
}
