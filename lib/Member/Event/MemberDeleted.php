<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCP\EventDispatcher\Event;

/** A card is being erased: listeners delete what refers to it in the same transaction. */
class MemberDeleted extends Event {
	public function __construct(
		public readonly int $memberId,
	) {
		parent::__construct();
	}
}
