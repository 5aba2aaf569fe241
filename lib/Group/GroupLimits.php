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

/** How many groups a person creates, how many members they invite, and how often they write to a group. */
class GroupLimits {
	/** Imported minutes hold up to a hundred groups. */
	private const GROUPS = [ActionLimit::DAY => 30];
	private const GROUPS_OF_FACILITATORS = [ActionLimit::DAY => 300];
	/** Each one sends a notification. */
	private const INVITATIONS = [ActionLimit::DAY => 100];
	private const INVITATIONS_OF_FACILITATORS = [ActionLimit::DAY => 1000];
	/** Messages to all people of one group, or to its facilitators, by one person: each sends many mails. */
	private const MESSAGES = [ActionLimit::HOUR => 3, ActionLimit::DAY => 6];
	private const MESSAGES_OF_FACILITATORS = [ActionLimit::HOUR => 10, ActionLimit::DAY => 20];

	public function __construct(
		private readonly ActionLimit $limit,
	) {
	}

	/**
	 * Counts one more group, created by the logged-in viewer.
	 *
	 * @throws ReasonException enough_groups_today
	 */
	public function countGroup(Viewer $viewer): void {
		$this->limit->count('reseau-group', $viewer->facilitator ? self::GROUPS_OF_FACILITATORS : self::GROUPS, 'enough_groups');
	}

	/**
	 * Counts one more invitation, by the logged-in viewer.
	 *
	 * @throws ReasonException enough_invitations_today
	 */
	public function countInvitation(Viewer $viewer): void {
		$this->limit->count('reseau-invitation', $viewer->facilitator ? self::INVITATIONS_OF_FACILITATORS : self::INVITATIONS, 'enough_invitations');
	}

	/**
	 * Counts one more message to a group, by the logged-in viewer.
	 *
	 * @throws ReasonException enough_group_messages · enough_group_messages_today
	 */
	public function countMessage(int $groupId, bool $facilitates): void {
		$this->limit->count("reseau-group-message-$groupId", $facilitates ? self::MESSAGES_OF_FACILITATORS : self::MESSAGES, 'enough_group_messages');
	}
}
