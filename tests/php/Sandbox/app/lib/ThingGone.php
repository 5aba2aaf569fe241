<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny;

use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserDeletedEvent;

class ThingGone implements IEventListener {
	public function __construct(
		private readonly ThingMapper $mapper,
	) {
	}

	public function handle(Event $event): void {
		assert($event instanceof UserDeletedEvent);
		foreach ($this->mapper->ofOwner($event->getUser()->getUID()) as $thing) {
			$this->mapper->delete($thing);
		}
	}
}
