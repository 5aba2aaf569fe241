<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** How many groups somebody makes and how many members they ask into groups within a day. */
class GroupLimits {
	/** Minutes that are brought in hold up to a hundred groups. */
	private const GROUPS = [ActionLimit::DAY => 30];
	private const GROUPS_OF_FACILITATORS = [ActionLimit::DAY => 300];
	/** Each is a notification to somebody. */
	private const INVITATIONS = [ActionLimit::DAY => 100];
	private const INVITATIONS_OF_FACILITATORS = [ActionLimit::DAY => 1000];

	public function __construct(
		private readonly ActionLimit $limit,
	) {
	}

	/**
	 * One more group, by the viewer who is logged in.
	 *
	 * @throws ReasonException enough_groups_today
	 */
	public function countGroup(Viewer $viewer): void {
		$this->limit->count('reseau-group', $viewer->facilitator ? self::GROUPS_OF_FACILITATORS : self::GROUPS, 'enough_groups');
	}

	/**
	 * One more invitation, by the viewer who is logged in.
	 *
	 * @throws ReasonException enough_invitations_today
	 */
	public function countInvitation(Viewer $viewer): void {
		$this->limit->count('reseau-invitation', $viewer->facilitator ? self::INVITATIONS_OF_FACILITATORS : self::INVITATIONS, 'enough_invitations');
	}
}
