<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library\Event;

use OCP\EventDispatcher\Event;

/** A sheet is published for the first time. */
class StoryPublished extends Event {
	/** @param list<int> $groupIds the groups it names */
	public function __construct(
		public readonly int $fileId,
		public readonly array $groupIds,
	) {
		parent::__construct();
	}
}
