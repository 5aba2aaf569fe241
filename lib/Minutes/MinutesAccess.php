<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** Who brings minutes in, and who asks people into a group. */
class MinutesAccess {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly Network $network,
		private readonly Groups $groups,
	) {
	}

	/**
	 * Who is asking, if they facilitate the network: groups are made from minutes by them alone.
	 *
	 * @throws ReasonException not_yours
	 */
	public function facilitator(): Viewer {
		$viewer = $this->viewers->current();
		$this->network->requireFacilitator((string)$viewer->uid);
		return $viewer;
	}

	public function viewer(): Viewer {
		return $this->viewers->current();
	}

	/**
	 * A group whose people this viewer may ask.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function steered(Viewer $viewer, int $groupId): GroupPeople {
		$group = $this->groups->one($groupId);
		if (!$group->isSteeredBy($viewer)) {
			throw ReasonException::notYours();
		}
		return $group;
	}
}
