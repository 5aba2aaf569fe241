<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\EventDispatcher;

interface IEventDispatcher {
	public function addServiceListener(string $eventName, string $className, int $priority = 0): void;
	public function dispatchTyped(Event $event): void;
}
