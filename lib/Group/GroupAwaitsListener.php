<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Excerpt;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * What groups need from a person: answers to invitations (their own, and of people whose cards they keep), an engagement to write or renew, requests
 * to accept, the charter.
 *
 * @template-implements IEventListener<Event>
 */
class GroupAwaitsListener implements IEventListener {
	/** Characters of what a person who asks to join would do. */
	private const EXCERPT = 140;

	public function __construct(
		private readonly MembershipMapper $memberships,
		private readonly Groups $groups,
		private readonly GroupAccess $access,
		private readonly GroupPresenter $presenter,
		private readonly CharterAcceptance $charter,
		private readonly Days $days,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits) {
			$kept = $this->memberships->findAskedOf($event->viewer);
			$own = $event->viewer->memberId === null ? [] : array_filter($this->memberships->findOfMember($event->viewer->memberId), $this->mayWait(...));
			$groups = $this->openGroups([...$own, ...$kept]);
			$this->own($event, $own, $groups);
			$this->kept($event, $kept, $groups);
		}
	}

	/**
	 * @param array<Membership> $own
	 * @param array<int, GroupPeople> $groups
	 */
	private function own(CollectingAwaits $event, array $own, array $groups): void {
		$viewer = $event->viewer;
		$lines = [Membership::INVITED => [], Membership::UNSIGNED => [], 'over' => [], 'asked' => []];
		foreach ($own as $mine) {
			$group = $groups[$mine->getGroupId()] ?? null;
			if ($group === null) {
				continue;
			}
			if ($mine->is(Membership::INVITED)) {
				$lines[Membership::INVITED][] = self::group($group) + self::by($this->presenter->named($viewer, $mine->getInvitedBy()));
			} elseif ($mine->is(Membership::UNSIGNED) && GroupAccess::preset($group->group) === TeamPreset::Open) {
				$lines[Membership::UNSIGNED][] = self::group($group);
			} elseif ($this->hasEnded($mine)) {
				$lines['over'][] = self::group($group) + ['until' => $mine->getUntilDate()];
			}
			if ($mine->isFacilitator()) {
				array_push($lines['asked'], ...$this->requests($viewer, $group));
			}
		}
		$event->name('group_invited', $lines[Membership::INVITED]);
		$event->name('group_unsigned', $lines[Membership::UNSIGNED]);
		$event->name('group_over', $lines['over']);
		$event->name('group_requests', $lines['asked']);
		$asked = $viewer->groups === [] ? null : $this->charter->asked($viewer);
		$event->name('charter_asked', $asked === null ? [] : [['version' => $asked['asked']]]);
	}

	/**
	 * People without an account, whose cards the viewer keeps, are invited.
	 *
	 * @param list<Membership> $kept
	 * @param array<int, GroupPeople> $groups
	 */
	private function kept(CollectingAwaits $event, array $kept, array $groups): void {
		$lines = [];
		foreach ($kept as $membership) {
			$group = $groups[$membership->getGroupId()] ?? null;
			$member = $group?->member($membership->getMemberId());
			if ($group !== null && $member !== null) {
				$lines[] = self::group($group) + self::person($member) + self::by($this->presenter->named($event->viewer, $membership->getInvitedBy()));
			}
		}
		$event->name('group_kept_invited', $lines);
	}

	/** @return list<array<string, mixed>> people who ask to join, and what they would do */
	private function requests(Viewer $viewer, GroupPeople $group): array {
		$lines = [];
		foreach ($this->access->asking($viewer, $group) as $membership) {
			$member = $group->member($membership->getMemberId());
			if ($member !== null) {
				$text = Excerpt::of($membership->getCommitment() ?? '', self::EXCERPT);
				$lines[] = self::group($group) + self::person($member) + ($text === '' ? [] : ['text' => $text]);
			}
		}
		return $lines;
	}

	/** Whether something may wait in the group: for most memberships nothing does, and no group is read for them. */
	private function mayWait(Membership $mine): bool {
		return $mine->is(Membership::INVITED, Membership::UNSIGNED) || $mine->isFacilitator() || $this->hasEnded($mine);
	}

	private function hasEnded(Membership $mine): bool {
		return $mine->is(Membership::ACTIVE) && $mine->getUntilDate() !== null && $mine->getUntilDate() < $this->days->today();
	}

	/**
	 * @param list<Membership> $memberships
	 * @return array<int, GroupPeople> their groups that are not closed, by id
	 */
	private function openGroups(array $memberships): array {
		$groups = [];
		foreach ($this->groups->some(array_values(array_unique(array_map(static fn (Membership $one): int => $one->getGroupId(), $memberships)))) as $group) {
			if (!$group->group->is(Group::CLOSED)) {
				$groups[$group->id()] = $group;
			}
		}
		return $groups;
	}

	/** @return array{group: array{id: int, title: string, teamId: ?string}} */
	private static function group(GroupPeople $group): array {
		return ['group' => ['id' => $group->id(), 'title' => $group->group->getTitle(), 'teamId' => $group->group->getTeamGone() === true ? null : $group->group->getTeamId()]];
	}

	/** @return array{member: array{id: int, uid: ?string, name: string}} */
	private static function person(Member $member): array {
		return ['member' => ['id' => $member->ownerId(), 'uid' => $member->getUid(), 'name' => $member->getName()]];
	}

	/**
	 * @param ?array{id: int, name: string} $inviter
	 * @return array{by?: string}
	 */
	private static function by(?array $inviter): array {
		return $inviter === null ? [] : ['by' => $inviter['name']];
	}
}
