<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link\Event;

use OCA\Reseau\Link\Ref;
use OCP\EventDispatcher\Event;

/** A person linked two things. */
class LinkMade extends Event {
	/**
	 * @param list<Ref> $ends
	 * @param ?int $id of the link, if a person made it just now
	 */
	public function __construct(
		public readonly array $ends,
		public readonly ?int $id = null,
		public readonly ?string $byUid = null,
	) {
		parent::__construct();
	}
}
