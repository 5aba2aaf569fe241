<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Yearly;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\StillTrue;
use OCP\AppFramework\Utility\ITimeFactory;

/** A keeper confirms that a card is still true. */
class ConfirmCard {
	public function __construct(
		private readonly MemberMapper $members,
		private readonly StillTrueNotifications $notifications,
		private readonly ITimeFactory $clock,
	) {
	}

	/** The card and its version stay unchanged: a person editing it at this moment notices nothing. */
	public function confirm(Member $member): void {
		$open = StillTrue::isOpen($member);
		$now = $this->clock->getTime();
		$this->members->confirm($member->ownerId(), $now);
		$member->setConfirmedAt($now);
		$member->setEditedAt($now);
		if ($open) {
			$this->notifications->answered($member);
		}
	}
}
