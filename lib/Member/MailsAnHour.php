<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\HourlyLimit;
use OCA\Reseau\Shared\ReasonException;

/** How many mails that ask people without an account somebody sends within an hour, whatever they ask. */
class MailsAnHour {
	/** Mails go to addresses that anybody can write into a card; facilitators bring in whole lists. */
	private const MOST = 20;
	private const OF_FACILITATORS = 300;

	public function __construct(
		private readonly HourlyLimit $limit,
	) {
	}

	/**
	 * One more, by the viewer who is logged in.
	 *
	 * @throws ReasonException enough_mails
	 */
	public function count(Viewer $viewer): void {
		$this->limit->count('reseau-consent-mail', $viewer->facilitator ? self::OF_FACILITATORS : self::MOST, 'enough_mails');
	}
}
