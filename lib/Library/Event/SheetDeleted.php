<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library\Event;

use OCP\EventDispatcher\Event;

/** A sheet is being deleted: listeners delete what refers to it in the same transaction. */
class SheetDeleted extends Event {
	public function __construct(
		public readonly int $fileId,
	) {
		parent::__construct();
	}
}
