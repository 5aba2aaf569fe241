<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription\Event;

use OCP\EventDispatcher\Event;

/** Two subscribers are merged: listeners replace references to the first with the second, in the same transaction. */
class SubscriberMerged extends Event {
	public function __construct(
		public readonly int $fromId,
		public readonly int $intoId,
	) {
		parent::__construct();
	}
}
