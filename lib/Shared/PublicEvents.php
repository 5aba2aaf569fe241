<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\EventDispatcher\IEventDispatcher;
use Psr\Log\LoggerInterface;
use Throwable;

/** Tells other apps what happened, after it is committed: their failures, also those of their statements, do not undo it. */
class PublicEvents {
	public function __construct(
		private readonly IEventDispatcher $events,
		private readonly LoggerInterface $logger,
	) {
	}

	public function dispatch(PublicEvent $event): void {
		AfterCommit::run(fn () => $this->dispatchNow($event));
	}

	private function dispatchNow(PublicEvent $event): void {
		try {
			$this->events->dispatchTyped($event);
		} catch (Throwable $e) {
			$this->logger->warning('Another app failed on an event', ['app' => 'reseau', 'event' => $event::class, 'exceptionClass' => $e::class]);
		}
	}
}
