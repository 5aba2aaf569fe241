<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\TalkRooms;

/** A group's conversation in Nextcloud Talk, if Talk is available. */
class Conversation {
	public function __construct(
		private readonly GroupMapper $groups,
		private readonly TalkRooms $rooms,
	) {
	}

	public function isPossible(): bool {
		return $this->rooms->isPossible();
	}

	/**
	 * Creates the conversation, moderated by the account; an existing one is kept. Talk decides who else joins: the group's Team can be added
	 * there.
	 *
	 * @throws ReasonException talk_failed
	 */
	public function make(Group $group, string $uid): void {
		if (($group->channel()['kind'] ?? '') === 'talk') {
			return;
		}
		$group->writeChannel(['kind' => 'talk', 'value' => $this->rooms->create($group->getTitle(), $uid, false)->getAbsoluteUrl()]);
		$this->groups->update($group);
	}
}
