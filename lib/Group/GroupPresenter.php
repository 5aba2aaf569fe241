<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\AppFramework\Utility\ITimeFactory;

/** A group as a viewer may see it: the only way a group and its people leave the server. */
class GroupPresenter {
	/** Characters of the purpose shown in the list. */
	private const EXCERPT = 300;

	/** Order of the roster, after the facilitators. */
	private const ORDER = [Membership::ACTIVE, Membership::UNSIGNED, Membership::REQUESTED, Membership::INVITED, Membership::LEFT, Membership::DECLINED];

	public function __construct(
		private readonly GroupAccess $access,
		private readonly MemberPresenter $members,
		private readonly People $people,
		private readonly CharterAcceptance $charter,
		private readonly Vocabulary $vocabulary,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param list<GroupPeople> $groups
	 * @return list<array<string, mixed>> GroupSummarySchema of src/group/model.ts: the viewer's own groups first, then by title
	 */
	public function list(Viewer $viewer, array $groups): array {
		$key = static fn (GroupPeople $group): array => [!$group->isIn($viewer), Fold::text($group->group->getTitle()), $group->id()];
		usort($groups, static fn (GroupPeople $a, GroupPeople $b): int => $key($a) <=> $key($b));
		return array_map(fn (GroupPeople $group): array => $this->summary($viewer, $group), $groups);
	}

	/** @return array<string, mixed> GroupSummarySchema */
	public function summary(Viewer $viewer, GroupPeople $people): array {
		$group = $people->group;
		$active = array_filter($people->memberships, fn (Membership $membership): bool => $membership->is(Membership::ACTIVE) && $this->access->meets($viewer, $people, $membership));
		$mine = $viewer->memberId === null ? null : $people->of($viewer->memberId);
		return [
			'id' => $people->id(),
			'title' => $group->getTitle(),
			'purpose' => Excerpt::of($group->getPurpose(), self::EXCERPT),
			'seeks' => (string)$group->getSeeks(),
			'terms' => $this->vocabulary->resolveAll($group->terms()),
			'territories' => $group->places(),
			'status' => $group->getStatus(),
			'join' => GroupAccess::preset($group)->value,
			'facilitators' => $this->facilitators($people, $active),
			'people' => count($active),
			'mine' => $mine === null ? null : $this->mine($viewer, $people, $mine),
			'teamId' => $group->getTeamId(),
			'teamGone' => $group->getTeamGone() === true,
			'boardId' => $group->getBoardId(),
			'folderId' => $group->getFolderId(),
			'requests' => count($this->access->asking($viewer, $people)),
			'charter' => $people->isIn($viewer) ? $this->charter->asked($viewer) : null,
			'can' => $this->access->can($viewer, $people),
		];
	}

	/** @return array<string, mixed> GroupSchema */
	public function present(Viewer $viewer, GroupPeople $people): array {
		$group = $people->group;
		$in = $people->isIn($viewer);
		return ['purpose' => $group->getPurpose()] + $this->summary($viewer, $people) + [
			// The version also covers the conversation's address, whose changes others do not see.
			'version' => $people->isSteeredBy($viewer) ? $group->getVersion() : null,
			'mandate' => $group->mandate(),
			'channel' => $in ? $group->channel() : null,
			'folderPath' => $in ? $group->getFolderPath() : null,
			'minutes' => $group->getMinutesId() === null ? null : ['id' => $group->getMinutesId(), 'position' => (int)$group->getMinutesPosition()],
			'teamOpen' => $people->isFacilitatedBy($viewer->uid) && $this->access->hasOpenTeam($group) === true,
			'making' => $group->is(Group::FORMING) || $people->isFacilitatedBy($viewer->uid) ? $this->making($viewer, $people) : null,
			'created' => $group->getCreatedAt() === null ? null : gmdate(DATE_ATOM, $group->getCreatedAt()),
		];
	}

	/**
	 * What visitors of the public showcase see of a group; it names no one.
	 *
	 * @param int $people number of active people whose cards are shown
	 * @return ?array{id: int, title: string, purpose: string, seeks: string, terms: list<string>, places: list<string>, people: ?int} null if it is not in the showcase; `people`: null below five
	 */
	public function showcase(Group $group, int $people): ?array {
		if (!$group->isPublic()) {
			return null;
		}
		return [
			'id' => (int)$group->getId(),
			'title' => $group->getTitle(),
			'purpose' => $group->getPurpose(),
			'seeks' => (string)$group->getSeeks(),
			'terms' => $this->vocabulary->resolveAll($group->terms()),
			'places' => array_column($group->places(), 'name'),
			'people' => $people < Visibility::FEWEST_COUNTED ? null : $people,
		];
	}

	/** @return array<string, mixed> MakingSchema */
	public function making(Viewer $viewer, GroupPeople $people): array {
		$group = $people->group;
		$maker = $group->getMakerUid();
		return [
			'first' => $maker === null,
			'mine' => $maker !== null && $maker === $viewer->uid,
			'by' => $this->named($viewer, $maker),
			'own' => [
				'run' => $maker !== null && $maker === $viewer->uid,
				'team' => $group->getTeamByUid() === $viewer->uid,
				'board' => $group->getBoardByUid() === $viewer->uid,
				'folder' => $group->getFolderByUid() === $viewer->uid,
			],
			'running' => $group->isLeased($this->clock->getTime()),
			'begun' => (int)$group->getCreatedAt(),
			'step' => $group->getMakingStep(),
			'note' => $group->getMakingNote(),
			'model' => $group->getModel(),
			'teamId' => $group->getTeamId(),
			'boardId' => $group->getBoardId(),
			'folderId' => $group->getFolderId(),
			'folderPath' => $people->isIn($viewer) ? $group->getFolderPath() : null,
		];
	}

	/** @return list<array<string, mixed>> RosterRowSchema: facilitators first, then by name */
	public function roster(Viewer $viewer, GroupPeople $group): array {
		$met = array_filter($group->memberships, fn (Membership $membership): bool => $this->access->meets($viewer, $group, $membership));
		$key = static fn (Membership $membership): array => [
			$membership->isFacilitator() ? -1 : array_search($membership->getState(), self::ORDER, true),
			$group->member($membership->getMemberId())?->getSortName(),
			$membership->getMemberId(),
		];
		usort($met, static fn (Membership $a, Membership $b): int => $key($a) <=> $key($b));
		return array_map(fn (Membership $membership): array => $this->row($viewer, $group, $membership), $met);
	}

	/**
	 * @return array<string, mixed> RosterRowSchema of a person the viewer may see
	 * @throws ReasonException not_found: their card was erased at this moment
	 */
	public function row(Viewer $viewer, GroupPeople $group, Membership $membership): array {
		$member = $group->member($membership->getMemberId()) ?? throw ReasonException::notFound();
		$can = $this->access->canWith($viewer, $group, $membership, $member);
		return [
			'member' => $this->members->summary($this->members->listed($viewer, $member)),
			'state' => $membership->getState(),
			'role' => $membership->getRole() ?? '',
			'facilitates' => $membership->getFacilitates() === true,
			'facilitatesUntil' => $membership->getFacilitatesUntil(),
			'commitment' => $membership->getCommitment() ?? '',
			...$this->access->seesEngagement($viewer, $group, $member) ? array_diff_key(self::engagement($membership), ['commitment' => 0]) + $this->entering($viewer, $membership) + self::leaving($membership) : [],
			...$can['answer'] ? ['invitedBy' => $this->named($viewer, $membership->getInvitedBy())] : [],
			'can' => $can,
		];
	}

	/** @return array<string, mixed> AcceptancesSchema */
	public function acceptances(Viewer $viewer, GroupPeople $group): array {
		$names = [];
		foreach ($group->memberships as $membership) {
			$member = $group->member($membership->getMemberId());
			if ($member !== null && $membership->is(Membership::ACTIVE) && $this->access->meets($viewer, $group, $membership)) {
				$names[$member->ownerId()] = $member->getName();
			}
		}
		return $this->charter->of($names);
	}

	/** @return ?array{id: int, name: string} the account's card, if the viewer may see it */
	public function named(Viewer $viewer, ?string $uid): ?array {
		$member = $uid === null ? null : $this->people->byUid($uid);
		return $member === null || !People::knows($viewer, $member) ? null : ['id' => $member->ownerId(), 'name' => $member->getName()];
	}

	/**
	 * @param array<Membership> $active active memberships that the viewer may see
	 * @return list<array<string, mixed>> FacilitatorSchema
	 */
	private function facilitators(GroupPeople $people, array $active): array {
		$facilitators = [];
		foreach ($active as $membership) {
			$member = $membership->isFacilitator() ? $people->member($membership->getMemberId()) : null;
			if ($member !== null) {
				$facilitators[] = [
					'id' => $member->ownerId(),
					'uid' => $member->getUid(),
					'name' => $member->getName(),
					'until' => $membership->getFacilitatesUntil(),
				];
			}
		}
		return $facilitators;
	}

	/** @return array<string, mixed> MyMembershipSchema */
	private function mine(Viewer $viewer, GroupPeople $people, Membership $membership): array {
		return [
			'state' => $membership->getState(),
			'role' => $membership->getRole() ?? '',
			'facilitates' => $membership->getFacilitates() === true,
			'facilitatesUntil' => $membership->getFacilitatesUntil(),
			'lastFacilitator' => $people->isLastFacilitator($viewer),
			...self::engagement($membership),
			'invitedBy' => $membership->is(Membership::INVITED) ? $this->named($viewer, $membership->getInvitedBy()) : null,
			...self::leaving($membership),
			'inTeam' => $membership->getInTeam() === true,
		];
	}

	/** @return array<string, ?string> EngagementSchema */
	private static function engagement(Membership $membership): array {
		return [
			'commitment' => $membership->getCommitment() ?? '',
			'hours' => $membership->getHours() ?? '',
			'from' => $membership->getFromDate(),
			'until' => $membership->getUntilDate(),
			'limits' => $membership->getLimits() ?? '',
		];
	}

	/** @return array{entered: ?string} */
	private function entering(Viewer $viewer, Membership $membership): array {
		$entered = $membership->getEnteredAt();
		return ['entered' => $entered === null ? null : $this->days->of($entered, $viewer->uid)];
	}

	/** @return array<string, mixed> */
	private static function leaving(Membership $membership): array {
		return [
			'left' => $membership->getLeftDate(),
			'exitNote' => $membership->getExitNote() ?? '',
			'leftInTeams' => $membership->getLeftInTeams() === true,
		];
	}
}
