<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCP\EventDispatcher\Event;

/** Somebody asked not to be in the network: whatever waits for an answer of theirs goes. */
class PersonRefused extends Event {
	/** @param list<string> $hashes of their ways to be reached, as of Member\Refusals */
	public function __construct(
		public readonly array $hashes,
	) {
		parent::__construct();
	}
}
