<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\GroupAccess;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** The permissions to import minutes, and to invite people to a group. */
class MinutesAccess {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly Network $network,
		private readonly Groups $groups,
		private readonly GroupAccess $access,
	) {
	}

	/**
	 * The viewer, if they facilitate the network: only facilitators create groups from minutes.
	 *
	 * @throws ReasonException not_yours
	 */
	public function facilitator(): Viewer {
		$viewer = $this->viewers->current();
		$this->network->requireFacilitator((string)$viewer->uid);
		return $viewer;
	}

	/**
	 * A group that this viewer facilitates.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function facilitated(Viewer $viewer, int $groupId): GroupPeople {
		$group = $this->groups->one($groupId);
		$group->requireFacilitatedBy($viewer->uid);
		return $group;
	}

	/**
	 * A group this viewer may invite people to; they also manage its unanswered invitations.
	 *
	 * @throws ReasonException not_found · not_yours · outside_group
	 */
	public function inviting(Viewer $viewer, int $groupId): GroupPeople {
		$group = $this->groups->one($groupId);
		$this->access->requireInside($viewer, $group);
		return $group;
	}
}
