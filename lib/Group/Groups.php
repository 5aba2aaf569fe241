<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use Closure;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\TeamPreset;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;

/** Loads groups with their people, and removes traces of deleted accounts. */
class Groups {
	/** People looked up in one query. */
	private const AT_ONCE = 500;

	public function __construct(
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly Viewers $viewers,
	) {
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function one(int $id): GroupPeople {
		return $this->with($this->groups->findById($id) ?? throw ReasonException::notFound());
	}

	/** The group as it was loaded, its people as they are stored. */
	public function with(Group $group): GroupPeople {
		$memberships = $this->memberships->findOfGroup((int)$group->getId());
		return new GroupPeople($group, $memberships, $this->people->byIds(array_map(self::memberId(...), $memberships)));
	}

	/** @return list<GroupPeople> for a viewer's list, as MembershipMapper::findForList() reads them */
	public function all(Viewer $viewer): array {
		return self::together($this->groups->findAll(), $this->memberships->findForList($viewer->memberId), $this->people->byIds(...));
	}

	/**
	 * Loads only the names of their people, not the content of their cards.
	 *
	 * @param list<int> $ids
	 * @return list<GroupPeople>
	 */
	public function some(array $ids): array {
		return self::together($this->groups->findByIds($ids), $this->memberships->findOfGroups($ids), $this->people->briefly(...));
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Group> without their people, by id
	 */
	public function bare(array $ids): array {
		return array_column(array_map(static fn (Group $group): array => [(int)$group->getId(), $group], $this->groups->findByIds($ids)), 1, 0);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, int> number of active people with a shown card; without groups that have none
	 */
	public function countShown(array $ids): array {
		return $this->memberships->countShown($ids);
	}

	/** @return list<int> ids of groups that were put into the public showcase */
	public function showcased(): array {
		return $this->groups->idsShowcased();
	}

	/**
	 * Titles, and what follows from the status and the facilitators, for hundreds of groups together.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{title: string, people: Closure(): GroupPeople}> by id, without missing ones; the memberships are only those of facilitators
	 */
	public function steered(array $ids): array {
		$groups = [];
		foreach ($this->groups->rowsSteered($ids) as $row) {
			$groups[(int)$row['id']][] = $row;
		}
		return array_map(static fn (array $rows): array => ['title' => (string)$rows[0]['title'], 'people' => static fn (): GroupPeople => self::steeredOf($rows)], $groups);
	}

	/**
	 * The active people of all groups in which a person is active, whether a viewer may see them or not.
	 *
	 * @return array<int, array{title: string, board: ?int, members: array<int, array{facilitates: bool, contribution: string}>}> by group and member, with the
	 *         person; `contribution`: their commitment, otherwise their role
	 */
	public function around(int $memberId): array {
		$groups = [];
		foreach ($this->memberships->rowsAround($memberId) as $row) {
			$groups[(int)$row['id']] ??= ['title' => (string)$row['title'], 'board' => $row['board_id'] === null ? null : (int)$row['board_id'], 'members' => []];
			$groups[(int)$row['id']]['members'][(int)$row['member_id']] = [
				'facilitates' => (bool)$row['facilitates'],
				'contribution' => Membership::contribution($row['commitment'], $row['role']),
			];
		}
		return $groups;
	}

	/** Id of the group that uses a board. */
	public function idOfBoard(int $boardId): ?int {
		return $this->groups->findByBoard($boardId)?->getId();
	}

	/** @return list<Group> groups created from minutes, without their people */
	public function madeFromMinutes(): array {
		return array_values(array_filter($this->groups->findAll(), static fn (Group $group): bool => $group->getMinutesId() !== null));
	}

	public function exists(int $groupId): bool {
		return $this->groups->findById($groupId) !== null;
	}

	/** Whether it exists and is not closed. */
	public function isOpen(int $groupId): bool {
		return $this->groups->findById($groupId)?->is(Group::CLOSED) === false;
	}

	/** The group a team belongs to. */
	public function ofTeam(string $teamId): ?Group {
		return $this->groups->findByTeam($teamId);
	}

	/** The team of a group, if it has one. */
	public function teamOf(int $groupId): ?string {
		$group = $this->groups->findById($groupId);
		return $group?->getTeamGone() === true ? null : $group?->getTeamId();
	}

	public function title(int $groupId): ?string {
		return $this->groups->findById($groupId)?->getTitle();
	}

	/** Id of the group imported under this name, for other domains that refer to it. */
	public function idOfRef(string $ref): ?int {
		return $this->groups->findByRef($ref)?->getId();
	}

	/** @return array<int, string> the names of groups in files, by id; as GroupExport writes them */
	public function refs(): array {
		$refs = [];
		foreach ($this->groups->findAll() as $group) {
			$refs[(int)$group->getId()] = $group->getRef() ?? 'group-' . $group->getId();
		}
		return $refs;
	}

	/** @return array<int, string> titles of all groups by id, in order */
	public function titles(): array {
		return array_map(strval(...), $this->groups->column('title'));
	}

	/** @return array<int, int> folder ids of groups that have one, by group id */
	public function folders(): array {
		return array_map(intval(...), array_filter($this->groups->column('folder_id'), static fn (mixed $folder): bool => $folder !== null));
	}

	/** @return array<int, int> boards of groups that have one, by group id */
	public function boards(): array {
		return array_map(intval(...), array_filter($this->groups->column('board_id'), static fn (mixed $board): bool => $board !== null));
	}

	/** Whether an account decides about a group: it facilitates it, or facilitates the network where the group has no facilitator. */
	public function isSteeredBy(int $groupId, string $uid): bool {
		return $this->exists($groupId) && $this->one($groupId)->isSteeredBy($this->viewers->of($uid));
	}

	/** Whether a viewer has to answer for people whose cards they keep, and who are invited to a group that is not closed. */
	public function asksKeeper(int $groupId, Viewer $viewer): bool {
		$asked = array_filter($this->memberships->findAskedOf($viewer), static fn (Membership $membership): bool => $membership->getGroupId() === $groupId);
		return $asked !== [] && $this->isOpen($groupId);
	}

	/**
	 * Cleans up after earlier versions: memberships whose group or person no longer exists, and groups whose way of joining followed the network's
	 * setting, which now store it.
	 */
	public function repair(TeamPreset $preset): void {
		$this->memberships->deleteWithoutGroup();
		foreach (array_chunk($this->memberships->memberIds(), self::AT_ONCE) as $ids) {
			array_map($this->memberships->deleteOfMember(...), array_diff($ids, array_keys($this->people->persons($ids))));
		}
		$this->groups->writeJoining($preset->value);
	}

	/** The account is deleted; its card has already left the groups or was erased. */
	public function forgetAccount(string $uid): void {
		$this->groups->forgetAccount($uid);
		$this->memberships->clearInviter($uid);
	}

	/** @param non-empty-list<array<string, mixed>> $rows of GroupMapper::rowsSteered(), of one group */
	private static function steeredOf(array $rows): GroupPeople {
		$memberships = $members = [];
		foreach ($rows as $row) {
			if ($row['p_id'] === null) {
				continue;
			}
			$of = static fn (string $prefix, string ...$columns): array => array_combine($columns, array_map(static fn (string $column): mixed => $row["{$prefix}_$column"], $columns));
			$memberships[] = Membership::fromRow(['group_id' => $row['id'], 'member_id' => $row['p_id']] + $of('m', 'id', 'state', 'facilitates', 'facilitates_until'));
			$members[(int)$row['p_id']] = Member::fromRow($of('p', 'id', 'uid', 'steward_uid', 'name', 'status', 'suspended'));
		}
		return new GroupPeople(Group::fromRow(array_intersect_key($rows[0], ['id' => 0, 'title' => 0, 'status' => 0])), $memberships, $members);
	}

	/**
	 * @param list<Group> $groups
	 * @param list<Membership> $all at least those of the groups
	 * @param callable(list<int>): array<int, Member> $people
	 * @return list<GroupPeople>
	 */
	private static function together(array $groups, array $all, callable $people): array {
		$memberships = [];
		foreach ($all as $membership) {
			$memberships[$membership->getGroupId()][] = $membership;
		}
		$members = $people(array_values(array_unique(array_map(self::memberId(...), $all))));
		return array_map(
			static fn (Group $group): GroupPeople => new GroupPeople($group, $memberships[(int)$group->getId()] ?? [], $members),
			$groups,
		);
	}

	private static function memberId(Membership $membership): int {
		return $membership->getMemberId();
	}
}
