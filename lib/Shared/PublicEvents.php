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

/** Notifies other apps of events after they are committed: their failures, including failed statements, do not undo anything. */
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
