<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/**
 * Who facilitates a group. Facilitators are active members who can log in. The last one may leave too: an active group without a facilitator becomes
 * dormant, any of its members may then take it on, and until then the facilitators of the network decide about it.
 */
class HandOver {
	public function __construct(
		private readonly GroupLock $lock,
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly Groups $reading,
		private readonly GroupAccess $access,
		private readonly GroupNotifications $notifications,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input memberId, until, handOver: to replace the viewer
	 * @throws ReasonException not_found · unknown_member · not_yours · not_in_group · no_account · bad_day · wrong_type
	 */
	public function facilitate(Viewer $viewer, int $groupId, array $input): void {
		$memberId = Input::number($input['memberId'] ?? null);
		$until = GroupRules::day($input['until'] ?? null, 'until');
		$handOver = Input::flag($input['handOver'] ?? false, 'handOver');
		$new = $this->lock->run($groupId, function (GroupPeople $group) use ($viewer, $memberId, $until, $handOver): ?Member {
			$member = $this->access->known($viewer, $memberId);
			$takesOn = $member->ownerId() === $viewer->memberId && $group->facilitators() === [] && $group->isIn($viewer);
			if (!$takesOn) {
				$this->access->requireSteering($viewer, $group);
			}
			return $this->write($viewer, $group, $member, $until, $handOver) ? $member : null;
		}, $memberId);
		if ($new !== null && $new->getUid() !== $viewer->uid) {
			$this->notifications->tell(GroupNotifications::FACILITATES, $groupId, $new);
		}
	}

	/**
	 * @throws ReasonException not_found · no_card · not_in_group
	 */
	public function stepDown(Viewer $viewer, int $groupId): void {
		$this->lock->run($groupId, function (GroupPeople $group) use ($viewer): void {
			$mine = $group->of($this->access->own($viewer)->ownerId());
			if ($mine?->isFacilitator() !== true) {
				throw JoinGroup::notIn();
			}
			$this->end($mine);
			$this->settle($mine->getGroupId());
		}, $viewer->memberId);
	}

	/** After a person has left: an active group without a facilitator becomes dormant. The group is locked. */
	public function settle(int $groupId): void {
		$group = $this->groups->findById($groupId);
		if ($group?->is(Group::ACTIVE) === true && $this->reading->with($group)->facilitators() === []) {
			$group->setStatus(Group::DORMANT);
			$this->groups->update($group);
		}
	}

	/** @return bool whether they are a new facilitator */
	private function write(Viewer $viewer, GroupPeople $group, Member $member, ?string $until, bool $handOver): bool {
		$membership = $group->of($member->ownerId());
		if ($membership?->is(Membership::ACTIVE) !== true) {
			throw JoinGroup::notIn();
		}
		if (!People::acts($member)) {
			throw new ReasonException('no_account', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$isNew = $membership->getFacilitates() !== true;
		$membership->setFacilitates(true);
		$membership->setFacilitatesUntil($until);
		$mine = $handOver && $viewer->memberId !== null && $viewer->memberId !== $member->ownerId() ? $group->of($viewer->memberId) : null;
		$this->memberships->update($membership);
		if ($mine !== null) {
			$this->end($mine);
		}
		return $isNew;
	}

	private function end(Membership $mine): void {
		$mine->setFacilitates(false);
		$mine->setFacilitatesUntil(null);
		$this->memberships->update($mine);
	}
}
