<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link\Event;

use OCA\Reseau\Link\Ref;
use OCP\EventDispatcher\Event;

/** A link was removed. */
class LinkRemoved extends Event {
	/** @param list<Ref> $ends */
	public function __construct(
		public readonly array $ends,
		public readonly int $id,
	) {
		parent::__construct();
	}
}
