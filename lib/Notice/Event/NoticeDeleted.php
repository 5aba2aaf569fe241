<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice\Event;

use OCP\EventDispatcher\Event;

/** A notice is being deleted: listeners delete what refers to it in the same transaction. */
class NoticeDeleted extends Event {
	public function __construct(
		public readonly int $noticeId,
	) {
		parent::__construct();
	}
}
