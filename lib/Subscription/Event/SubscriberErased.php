<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription\Event;

use OCP\EventDispatcher\Event;

/** A subscriber is being erased: listeners delete what refers to them in the same transaction. */
class SubscriberErased extends Event {
	public function __construct(
		public readonly int $subscriberId,
	) {
		parent::__construct();
	}
}
