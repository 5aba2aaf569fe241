<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/**
 * Coming into a group oneself, and letting in who asked. Being in a group opens what its people show to their groups: so nobody is in it
 * without a yes of both sides, an open group having said its yes beforehand.
 */
class JoinGroup {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly MembershipMapper $memberships,
		private readonly GroupAccess $access,
		private readonly MyCharter $charter,
		private readonly GroupNotice $notice,
		private readonly Teams $teams,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input the engagement, and as `charter` the version that is accepted along
	 * @throws ReasonException no_card · card_hidden · group_closed · by_invitation · charter_not_signed · those of GroupRules::engage()
	 */
	public function join(Viewer $viewer, GroupPeople $group, array $input): void {
		$member = $this->access->own($viewer);
		GroupAccess::requireShown($member);
		self::requireOpen($group);
		$stored = $group->of($member->ownerId());
		$membership = $stored ?? Membership::of($group->id(), $member->ownerId(), Membership::LEFT);
		GroupRules::engage($membership, $input);
		$enters = match ($membership->getState()) {
			Membership::ACTIVE, Membership::INVITED, Membership::UNSIGNED => true,
			default => $this->access->preset($group->group) === TeamPreset::Open || $this->isInTeam($group, (string)$viewer->uid),
		};
		if (!$enters && $this->access->preset($group->group) === TeamPreset::Private) {
			throw new ReasonException('by_invitation', Http::STATUS_FORBIDDEN);
		}
		$asks = !$enters && !$membership->is(Membership::REQUESTED);
		$enters ? $membership->enter() : $membership->setState(Membership::REQUESTED);
		$this->atomic(function () use ($member, $membership, $input, $viewer, $stored): void {
			$this->charter->accept($member, Input::number($input['charter'] ?? null), 'in the app', $viewer->uid);
			$stored === null ? $this->memberships->insert($membership) : $this->memberships->update($membership);
		}, $this->db);
		$this->notice->answered($group->id(), $member);
		if ($asks) {
			foreach (array_keys($group->facilitators()) as $id) {
				$this->notice->tell(GroupNotice::REQUESTED, $group->id(), $group->member($id));
			}
		}
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException no_card · not_in_group · those of GroupRules::engage()
	 */
	public function engage(Viewer $viewer, GroupPeople $group, array $input): void {
		$membership = $group->of($this->access->own($viewer)->ownerId());
		if ($membership === null || !$membership->is(Membership::ACTIVE, Membership::REQUESTED)) {
			throw self::notIn();
		}
		GroupRules::engage($membership, $input);
		$this->memberships->update($membership);
	}

	/**
	 * @throws ReasonException no_card · not_invited
	 */
	public function decline(Viewer $viewer, GroupPeople $group): void {
		$member = $this->access->own($viewer);
		$membership = $group->of($member->ownerId());
		if ($membership?->is(Membership::INVITED, Membership::DECLINED) !== true) {
			throw new ReasonException('not_invited', Http::STATUS_CONFLICT);
		}
		$membership->setState(Membership::DECLINED);
		$membership->setFacilitates(false);
		$this->memberships->update($membership);
		$this->notice->answered($group->id(), $member);
	}

	/**
	 * @throws ReasonException group_closed · unknown_member · not_requested
	 */
	public function admit(Viewer $viewer, GroupPeople $group, int $memberId): Membership {
		self::requireOpen($group);
		$member = $this->access->known($viewer, $memberId);
		$membership = $group->of($memberId);
		if ($membership === null || !$membership->is(Membership::REQUESTED, Membership::ACTIVE)) {
			throw new ReasonException('not_requested', Http::STATUS_CONFLICT);
		}
		if ($membership->is(Membership::REQUESTED)) {
			$membership->enter();
			$this->memberships->update($membership);
			$this->notice->tell(GroupNotice::ADMITTED, $group->id(), $member);
		}
		return $membership;
	}

	/**
	 * @throws ReasonException group_closed
	 */
	public static function requireOpen(GroupPeople $group): void {
		if ($group->group->is(Group::CLOSED)) {
			throw new ReasonException('group_closed', Http::STATUS_CONFLICT);
		}
	}

	public static function notIn(): ReasonException {
		return new ReasonException('not_in_group', Http::STATUS_CONFLICT);
	}

	/** Somebody of its facilitators has let them into the Team already. */
	private function isInTeam(GroupPeople $group, string $uid): bool {
		$team = $group->group->getTeamId();
		return $team !== null && ($this->teams->members($team)[$uid] ?? 0) > 0;
	}
}
