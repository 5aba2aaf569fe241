<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCP\EventDispatcher\Event;

/** A person asked not to be in the network: listeners delete pending questions to them. */
class PersonRefused extends Event {
	/**
	 * @param list<string> $hashes of their contact details, as from Refusals
	 * @param bool $themselves by a link that was sent to one of them; otherwise someone has recorded it
	 */
	public function __construct(
		public readonly array $hashes,
		public readonly bool $themselves,
	) {
		parent::__construct();
	}
}
