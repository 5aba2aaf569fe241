<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\AppFramework\Utility\ITimeFactory;

/** How many cards a viewer keeps for people without an account; facilitators also keep those without a steward. */
class KeptCount {
	public function __construct(
		private readonly KeptMapper $cards,
		private readonly ITimeFactory $clock,
	) {
	}

	/** All kept cards of any status, or those in one state. */
	public function all(Viewer $viewer, ?KeptState $state = null): int {
		return $this->cards->count((string)$viewer->uid, $viewer->facilitator, $state, $this->clock->getTime());
	}

	/** Cards whose person's consent is not yet recorded. */
	public function withoutConsent(Viewer $viewer): int {
		return $this->cards->countWithoutConsent((string)$viewer->uid, $viewer->facilitator);
	}

	/** Cards that are due for the yearly question. */
	public function due(Viewer $viewer): int {
		return $this->cards->countDue((string)$viewer->uid, $viewer->facilitator, StillTrue::yearBefore($this->clock->getTime()));
	}
}
