<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Member\Editing\MemberService;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserChangedEvent;
use OCP\User\Events\UserLoggedInEvent;

/**
 * A person who cannot log in can no longer change or hide their card: it is hidden until they can. The card of an account that came with a network from
 * another Nextcloud is hidden until they do.
 *
 * @template-implements IEventListener<UserChangedEvent|UserLoggedInEvent>
 */
class AccountDisabled implements IEventListener {
	public function __construct(
		private readonly MemberService $members,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof UserChangedEvent && $event->getFeature() === 'enabled') {
			$this->members->suspend($event->getUser()->getUID(), !$event->getValue());
		} elseif ($event instanceof UserLoggedInEvent) {
			$this->members->suspend($event->getUser()->getUID(), false);
		}
	}
}
