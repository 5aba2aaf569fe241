<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** The permissions on a group, and the people of it whom a viewer may see. */
class GroupAccess {
	public function __construct(
		private readonly People $people,
		private readonly Conversation $conversation,
		private readonly Teams $teams,
	) {
	}

	/**
	 * @throws ReasonException not_yours
	 */
	public function requireSteering(Viewer $viewer, GroupPeople $group): void {
		if (!$group->isSteeredBy($viewer)) {
			throw ReasonException::notYours();
		}
	}

	/**
	 * For actions that admit people.
	 *
	 * @throws ReasonException not_yours · outside_group: they decide about the group, but are not in it
	 */
	public function requireInside(Viewer $viewer, GroupPeople $group): void {
		$this->requireSteering($viewer, $group);
		if (!$group->mayAdmit($viewer)) {
			throw new ReasonException('outside_group', Http::STATUS_FORBIDDEN);
		}
	}

	/**
	 * The card of a person without an account that the viewer keeps.
	 *
	 * @throws ReasonException unknown_member · not_yours
	 */
	public function keptBy(Viewer $viewer, int $memberId): Member {
		$member = $this->known($viewer, $memberId);
		if ($member->getUid() !== null || !Visibility::keeps($viewer, $member)) {
			throw ReasonException::notYours();
		}
		return $member;
	}

	/**
	 * The viewer's own card.
	 *
	 * @throws ReasonException no_card
	 */
	public function own(Viewer $viewer): Member {
		return ($viewer->memberId === null ? null : $this->people->byId($viewer->memberId))
			?? throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
	}

	/**
	 * Only people whose card is shown can join: the people of a group must know with whom they share what they show to groups.
	 *
	 * @throws ReasonException card_hidden
	 */
	public static function requireShown(Member $member): void {
		if (!$member->isShown()) {
			throw new ReasonException('card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * The card of a person, which the viewer may see: organisations are in no group.
	 *
	 * @throws ReasonException unknown_member · only_people
	 */
	public function known(Viewer $viewer, ?int $memberId): Member {
		$member = $memberId === null ? null : $this->people->byId($memberId);
		if ($member === null || !People::knows($viewer, $member)) {
			throw new ReasonException('unknown_member', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'memberId']);
		}
		$member->kind()->requirePerson();
		return $member;
	}

	/** How people join; a group from before this was stored is not open. */
	public static function preset(Group $group): TeamPreset {
		return TeamPreset::tryFrom((string)$group->getJoining()) ?? TeamPreset::Request;
	}

	/** Whether only a facilitator can bring a person of the group into its Team: that of a private group lets nobody in by themselves. */
	public static function waitsForTeam(GroupPeople $people, Membership $membership): bool {
		$group = $people->group;
		return $group->isPrivate() && $group->getTeamId() !== null && $group->getTeamGone() !== true
			&& $membership->is(Membership::ACTIVE) && $membership->getInTeam() !== true && $people->member($membership->getMemberId())?->getUid() !== null;
	}

	/** Whether the group's Team is more open than the group; null: Teams could not be read. Do not call it in Teams' events. */
	public function hasOpenTeam(Group $group): ?bool {
		$team = $group->getTeamGone() === true ? null : $group->getTeamId();
		return $team === null ? false : $this->teams->preset($team)?->isWiderThan(self::preset($group));
	}

	/**
	 * Whether a run of this viewer would be accepted. A group being created belongs to its creator, while they facilitate it and it is forming; its
	 * facilitators may take it over from a person who only facilitates the network. For a private group, nobody does that from outside: its team,
	 * board and folder would be theirs.
	 */
	public function mayMake(Viewer $viewer, GroupPeople $group): bool {
		$maker = $group->group->getMakerUid();
		return match (true) {
			$group->group->is(Group::CLOSED) => false,
			$group->isFacilitatedBy($viewer->uid) => !$group->group->is(Group::FORMING) || $maker === null || $maker === $viewer->uid || !$group->isFacilitatedBy($maker),
			$group->group->isPrivate() && !$group->isIn($viewer) && $group->inside() !== [] => false,
			default => $group->group->is(Group::FORMING) && $viewer->facilitator && ($maker === null || $maker === $viewer->uid || $group->facilitators() === []),
		};
	}

	/** @return array<string, bool> GroupCanSchema of src/group/model.ts */
	public function can(Viewer $viewer, GroupPeople $group): array {
		$steers = $group->isSteeredBy($viewer);
		$facilitates = $group->isFacilitatedBy($viewer->uid);
		$mine = $viewer->memberId === null ? null : $group->of($viewer->memberId);
		$card = $viewer->memberId === null ? null : $group->member($viewer->memberId) ?? $this->people->byId($viewer->memberId);
		$is = static fn (string ...$states): bool => $mine?->is(...$states) === true;
		$closed = $group->group->is(Group::CLOSED);
		return [
			'edit' => $steers,
			'join' => $card?->isShown() === true && !$closed && !$is(Membership::ACTIVE, Membership::REQUESTED)
				&& (self::preset($group->group) !== TeamPreset::Private || $is(Membership::INVITED)),
			'engage' => $is(Membership::ACTIVE, Membership::REQUESTED),
			'leave' => $is(Membership::ACTIVE, Membership::REQUESTED, Membership::UNSIGNED),
			'decline' => $is(Membership::INVITED),
			'invite' => $group->mayAdmit($viewer) && !$closed,
			'facilitate' => $steers,
			'stepUp' => $is(Membership::ACTIVE) && $group->facilitators() === [],
			'stepDown' => $facilitates,
			'make' => $this->mayMake($viewer, $group),
			'talk' => $facilitates && !$closed && !Conversation::has($group->group) && $this->conversation->isPossible(),
			'sleep' => $steers && $group->group->is(Group::ACTIVE),
			'close' => $steers && !$closed,
			'reopen' => $facilitates && $group->group->is(Group::DORMANT, Group::CLOSED),
			'delete' => $steers && $group->group->is(Group::FORMING, Group::CLOSED),
			'acceptances' => $steers,
		];
	}

	/** Whether the viewer may see a person in the group's roster. */
	public function meets(Viewer $viewer, GroupPeople $group, Membership $membership): bool {
		$member = $group->member($membership->getMemberId());
		return $member !== null && People::knows($viewer, $member) && (Visibility::keeps($viewer, $member) || match ($membership->getState()) {
			Membership::ACTIVE => true,
			Membership::LEFT => $group->isIn($viewer),
			Membership::DECLINED => false,
			default => $group->isSteeredBy($viewer),
		});
	}

	/** @return list<Membership> requests that this viewer may accept */
	public function asking(Viewer $viewer, GroupPeople $group): array {
		return !$group->mayAdmit($viewer) ? [] : array_values(array_filter(
			$group->memberships,
			fn (Membership $membership): bool => $membership->is(Membership::REQUESTED) && $this->meets($viewer, $group, $membership),
		));
	}

	/** Whether the viewer sees the hours, dates and limits of a commitment, and when and why the person left. */
	public function seesEngagement(Viewer $viewer, GroupPeople $group, Member $member): bool {
		return $group->isIn($viewer) || Visibility::keeps($viewer, $member);
	}

	/** @return array<string, bool> `can` of RosterRowSchema */
	public function canWith(Viewer $viewer, GroupPeople $group, Membership $membership, Member $member): array {
		$steers = $group->isSteeredBy($viewer);
		$active = $membership->is(Membership::ACTIVE);
		$keeps = $member->getUid() === null && Visibility::keeps($viewer, $member);
		return [
			'admit' => $group->mayAdmit($viewer) && $membership->is(Membership::REQUESTED) && !$group->group->is(Group::CLOSED),
			'remove' => ($steers && $membership->is(Membership::INVITED, Membership::REQUESTED))
				|| (($steers || $keeps) && $member->getUid() === null && $membership->is(Membership::INVITED, Membership::ACTIVE)),
			'engage' => $active && $keeps,
			'answer' => $keeps && $membership->is(Membership::INVITED) && !$group->group->is(Group::CLOSED),
			'facilitate' => $steers && $active && People::acts($member) && $membership->getFacilitates() !== true,
		];
	}
}
