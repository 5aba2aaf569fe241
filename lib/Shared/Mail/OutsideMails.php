<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Mail;

use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** How many mails to people without an account a person may send within an hour and within a day, of all kinds together. */
class OutsideMails {
	/** The addresses come from cards, which anyone can fill in; facilitators import whole lists. */
	private const MOST = [ActionLimit::HOUR => 20, ActionLimit::DAY => 60];
	private const OF_FACILITATORS = [ActionLimit::HOUR => 300, ActionLimit::DAY => 1000];

	public function __construct(
		private readonly ActionLimit $limit,
	) {
	}

	/**
	 * Counts one more, by the logged-in viewer.
	 *
	 * @throws ReasonException enough_mails · enough_mails_today
	 */
	public function count(Viewer $viewer): void {
		$this->limit->count('reseau-outside-mail', $viewer->facilitator ? self::OF_FACILITATORS : self::MOST, 'enough_mails');
	}
}
