<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sabre\VObject\Component;

/** A calendar object, as Nextcloud's CalDAV server makes one of what apps answer. */
class VCalendar {
	/** @param list<VEvent> $children */
	public function __construct(
		public readonly array $children = [],
	) {
		foreach ($children as $child) {
			if (!$child instanceof VEvent) {
				throw new \InvalidArgumentException('The first argument must be a node');
			}
		}
	}
}
