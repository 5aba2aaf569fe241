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
		private readonly GroupLock $lock,
		private readonly TalkRooms $rooms,
	) {
	}

	public function isPossible(): bool {
		return $this->rooms->isPossible();
	}

	public static function has(Group $group): bool {
		return ($group->channel()['kind'] ?? '') === 'talk';
	}

	/**
	 * Creates the conversation, moderated by the account; an existing one is kept. Talk decides who else joins: the group's Team can be added
	 * there.
	 *
	 * @throws ReasonException not_yours · not_found · talk_failed
	 */
	public function make(GroupPeople $people, string $uid): void {
		$people->requireFacilitatedBy($uid);
		if (!self::has($people->group)) {
			$this->rooms->create($people->group->getTitle(), $uid, false, fn (string $url): bool => $this->lock->run(
				$people->id(),
				fn (GroupPeople $now): bool => $this->keep($now, $uid, $url),
			));
		}
	}

	/** @return bool whether it belongs to the group: another facilitator may have created one at the same moment */
	private function keep(GroupPeople $people, string $uid, string $url): bool {
		$people->requireFacilitatedBy($uid);
		if (self::has($people->group)) {
			return false;
		}
		$people->group->writeChannel(['kind' => 'talk', 'value' => $url]);
		$this->groups->update($people->group);
		return true;
	}
}
