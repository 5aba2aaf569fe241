<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** How many notices a person may publish: all members see each one. */
class NoticeLimits {
	private const NOTICES = [ActionLimit::HOUR => 10, ActionLimit::DAY => 20];
	/** They record what many people say in a meeting. */
	private const OF_FACILITATORS = [ActionLimit::HOUR => 100, ActionLimit::DAY => 200];

	public function __construct(
		private readonly ActionLimit $limit,
	) {
	}

	/**
	 * Counts one more notice, by the logged-in viewer.
	 *
	 * @throws ReasonException enough_notices · enough_notices_today
	 */
	public function count(Viewer $viewer): void {
		$this->limit->count('reseau-notice', $viewer->facilitator ? self::OF_FACILITATORS : self::NOTICES, 'enough_notices');
	}
}
