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
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * A person who cannot log in can no longer change or hide their card: it is hidden until they can log in. After a network was imported from another Nextcloud,
 * the card of an account is hidden until the account logs in.
 *
 * @template-implements IEventListener<UserChangedEvent|UserLoggedInEvent>
 */
class AccountDisabled implements IEventListener {
	public function __construct(
		private readonly MemberService $members,
		private readonly LoggerInterface $logger,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof UserChangedEvent && $event->getFeature() === 'enabled') {
			$this->members->suspend($event->getUser()->getUID(), !$event->getValue());
		} elseif ($event instanceof UserLoggedInEvent) {
			try {
				$this->members->suspend($event->getUser()->getUID(), false);
			} catch (Throwable $e) {
				// A card must never prevent a login; the next login tries again.
				$this->logger->error('Could not show the card of an account that logged in', ['app' => 'reseau', 'exception' => $e]);
			}
		}
	}
}
