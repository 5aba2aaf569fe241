<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Closure;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use Psr\Container\ContainerInterface;

/** Dispatches events, to listeners of a higher priority first. */
class Events implements IEventDispatcher {
	/** A test that listens to all events, also of later requests. */
	public static ?Closure $heard = null;

	/** @var array<string, array<int, list<string>>> classes by event and priority */
	private array $listeners = [];

	public function __construct(
		private readonly ContainerInterface $container,
	) {
	}

	public function addServiceListener(string $eventName, string $className, int $priority = 0): void {
		$this->listeners[$eventName][$priority][] = $className;
	}

	public function dispatchTyped(Event $event): void {
		if (self::$heard !== null) {
			(self::$heard)($event);
		}
		$byPriority = $this->listeners[$event::class] ?? [];
		krsort($byPriority);
		foreach (array_merge(...$byPriority) as $listener) {
			$this->container->get($listener)->handle($event);
		}
	}
}
