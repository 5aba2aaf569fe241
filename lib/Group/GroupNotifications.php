<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;

/**
 * Nextcloud notifications about groups. A notification holds the group's id and the subject; its text is created when it is read
 * (Integration\Notifications\GroupNotifier).
 */
class GroupNotifications {
	/** A facilitator invites them. */
	public const INVITED = 'group_invited';
	/** A facilitator invites a person without an account, to the keeper of their card. */
	public const KEPT_INVITED = 'group_kept_invited';
	/** A person who facilitates the network, and is not in the group, creates its team, board and folder. */
	public const TAKEN_OVER = 'group_taken_over';
	/** A person who facilitates the network, and is not in the group, has changed it. */
	public const FROM_OUTSIDE = 'group_from_outside';
	/** A person asks a facilitator to admit them. */
	public const REQUESTED = 'group_requested';
	/** A person joined a private group they facilitate, and has to be added to its Team. */
	public const TO_TEAM = 'group_to_team';
	public const ADMITTED = 'group_admitted';
	public const FACILITATES = 'group_facilitates';
	/** They joined through the Team, and are asked for their engagement. */
	public const UNSIGNED = 'group_unsigned';
	/** The Team of a group they facilitate is more open than the group. */
	public const TEAM_OPEN = 'group_team_open';
	/** The Team of a group they facilitate was deleted. */
	public const TEAM_GONE = 'group_team_gone';
	/** Their account is no longer in the Team of the group, which they are no longer in either. */
	public const LEFT_IN_TEAMS = 'group_left_in_teams';
	/** The same of a person in a group they facilitate. */
	public const SOMEONE_LEFT_IN_TEAMS = 'group_someone_left_in_teams';
	/** Their engagement ends within two weeks, or has ended. */
	public const ENDS_SOON = 'group_ends_soon';
	public const ENDED = 'group_ended';
	/** Their term as a facilitator ends within two weeks, or has ended. */
	public const TERM = 'group_term';
	/** The network's charter has a version they have not accepted. */
	public const CHARTER = 'charter_asked';

	/** The notifications that the person's answer settles. */
	private const QUESTIONS = [self::INVITED, self::UNSIGNED];

	private const ENDINGS = [self::ENDS_SOON, self::ENDED, self::TERM];

	public function __construct(
		private readonly Notifications $notifications,
		private readonly Network $network,
	) {
	}

	/**
	 * Notifies a person with an account; replaces an earlier notification of the same kind.
	 *
	 * @param int $id of the group; for CHARTER the version
	 * @return bool false if no one could be notified
	 */
	public function notify(string $what, int $id, ?Member $member): bool {
		$uid = $member?->getUid();
		return $uid !== null && $this->notifyAccount($what, $id, $uid);
	}

	/** A person without an account is invited: notifies the keeper of their card, unless the keeper is the inviter. */
	public function askKeepers(int $groupId, Member $member, string $byUid): void {
		foreach (array_diff($this->network->keepers($member->getStewardUid()), [$byUid]) as $uid) {
			$this->notifyAccount(self::KEPT_INVITED, $groupId, $uid);
		}
	}

	/** Notifies everyone in a group of a change by a person outside it; does nothing if that person is in the group. */
	public function notifyInside(string $what, Viewer $by, GroupPeople $group): void {
		foreach ($group->isIn($by) ? [] : $group->inside() as $membership) {
			$this->notify($what, $group->id(), $group->member($membership->getMemberId()));
		}
	}

	/** Notifies everyone who facilitates a group. */
	public function notifyFacilitators(string $what, GroupPeople $group): void {
		foreach (array_keys($group->facilitators()) as $memberId) {
			$this->notify($what, $group->id(), $group->member($memberId));
		}
	}

	/** They have answered, or the invitation was withdrawn. */
	public function answered(int $groupId, Member $member): void {
		$uid = $member->getUid();
		foreach ($uid === null ? [] : self::QUESTIONS as $what) {
			$this->notifications->withdraw($what, (string)$groupId, $uid);
		}
	}

	private function notifyAccount(string $what, int $id, string $uid): bool {
		return $this->notifications->send(in_array($what, self::ENDINGS, true) ? Kind::Engagement : Kind::Group, $what, $what, (string)$id, $uid);
	}
}
