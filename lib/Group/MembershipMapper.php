<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\AppFramework\Db\Entity;
use OCP\AppFramework\Db\QBMapper;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Membership>
 */
class MembershipMapper extends QBMapper {
	public function __construct(
		IDBConnection $db,
		private readonly ITimeFactory $clock,
	) {
		parent::__construct($db, 'reseau_memberships', Membership::class);
	}

	public function insert(Entity $entity): Entity {
		return parent::insert($this->dated($entity));
	}

	public function update(Entity $entity): Entity {
		return parent::update($this->dated($entity));
	}

	public function find(int $groupId, int $memberId): ?Membership {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('group_id', $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** Inserts or updates a membership; the group is locked (GroupLock). */
	public function save(Membership $membership): void {
		$membership->getId() === null ? $this->insert($membership) : $this->update($membership);
	}

	/** @return list<Membership> */
	public function findAll(): array {
		return $this->findEntities($this->select()->orderBy('id'));
	}

	/**
	 * Memberships for a list of groups. All columns for one person; for the others only the columns of a list, the rest is null: do not write them.
	 *
	 * @return list<Membership>
	 */
	public function findForList(?int $memberId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'group_id', 'member_id', 'state', 'facilitates', 'facilitates_until')->from($this->getTableName())->orderBy('id');
		$found = $this->findEntities($qb);
		$own = $memberId === null ? [] : array_column(array_map(static fn (Membership $one): array => [$one->getId(), $one], $this->findOfMember($memberId)), 1, 0);
		return array_map(static fn (Membership $one): Membership => $own[$one->getId()] ?? $one, $found);
	}

	/** @return list<Membership> */
	public function findOfMember(int $memberId): array {
		return $this->findBy('member_id', $memberId);
	}

	/** @return list<Membership> */
	public function findOfGroup(int $groupId): array {
		return $this->findBy('group_id', $groupId);
	}

	/**
	 * @param list<int> $groupIds
	 * @return list<Membership>
	 */
	public function findOfGroups(array $groupIds): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('group_id', $qb->createNamedParameter($groupIds, IQueryBuilder::PARAM_INT_ARRAY)))->orderBy('id');
		return $groupIds === [] ? [] : $this->findEntities($qb);
	}

	/**
	 * The active people of all groups in which a person is active, including that person, in one query.
	 *
	 * @return list<array<string, mixed>> raw rows, by group
	 */
	public function rowsAround(int $memberId): array {
		$result = $this->db->executeQuery(
			'SELECT g.id, g.title, g.board_id, theirs.member_id, theirs.facilitates, theirs.commitment, theirs.role FROM `*PREFIX*reseau_memberships` mine'
			. ' INNER JOIN `*PREFIX*reseau_memberships` theirs ON theirs.group_id = mine.group_id'
			. ' INNER JOIN `*PREFIX*reseau_groups` g ON g.id = mine.group_id'
			. " WHERE mine.member_id = $memberId AND mine.state = 'active' AND theirs.state = 'active' ORDER BY g.id, theirs.id",
		);
		$rows = $result->fetchAll();
		$result->closeCursor();
		return $rows;
	}

	/**
	 * @param list<int> $groupIds
	 * @return array<int, int> number of active people with a shown card in each of these groups; without groups that have none
	 */
	public function countShown(array $groupIds): array {
		$counts = [];
		foreach (array_chunk($groupIds, 900) as $some) {
			$result = $this->db->executeQuery(
				'SELECT m.group_id, COUNT(*) AS people FROM `*PREFIX*reseau_memberships` m INNER JOIN `*PREFIX*reseau_members` p ON p.id = m.member_id'
				. " WHERE m.state = 'active' AND p.status = '" . Status::Published->value . "' AND (p.suspended IS NULL OR p.suspended = false)"
				. ' AND m.group_id IN (' . implode(', ', $some) . ') GROUP BY m.group_id',
			);
			foreach ($result->fetchAll() as $row) {
				$counts[(int)$row['group_id']] = (int)$row['people'];
			}
			$result->closeCursor();
		}
		return $counts;
	}

	/** @return list<Membership> invitations of people without an account whose cards a viewer keeps */
	public function findAskedOf(Viewer $viewer): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Membership::INVITED)))
			->andWhere(Visibility::isKept($viewer, 'member_id'))
			->setParameter('viewer', $viewer->uid)
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param list<int> $groupIds
	 * @return list<Membership> of people who joined one of the groups since a time, the latest first
	 */
	public function findEntered(array $groupIds, int $since, int $limit): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('group_id', $qb->createNamedParameter($groupIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Membership::ACTIVE)))
			->andWhere($qb->expr()->gte('entered_at', $qb->createNamedParameter($since, IQueryBuilder::PARAM_INT)))
			->orderBy('entered_at', 'DESC')->addOrderBy('id', 'DESC')->setMaxResults($limit);
		return $groupIds === [] ? [] : $this->findEntities($qb);
	}

	/** @return list<Membership> active memberships whose engagement or term as a facilitator ends soon or has ended */
	public function findEnding(string $before): array {
		$qb = $this->select();
		$day = $qb->createNamedParameter($before);
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Membership::ACTIVE)))
			->andWhere($qb->expr()->orX($qb->expr()->lte('until_date', $day), $qb->expr()->lte('facilitates_until', $day)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	public function deleteOfMember(int $memberId): void {
		$this->deleteBy('member_id', $memberId);
	}

	/** @return list<int> members with any membership in a group */
	public function memberIds(): array {
		$qb = $this->db->getQueryBuilder();
		$result = $qb->selectDistinct('member_id')->from($this->getTableName())->executeQuery();
		$ids = array_map(intval(...), array_column($result->fetchAll(), 'member_id'));
		$result->closeCursor();
		return $ids;
	}

	/** Memberships of groups that no longer exist. */
	public function deleteWithoutGroup(): void {
		$qb = $this->db->getQueryBuilder();
		$groups = $this->db->getQueryBuilder();
		$groups->select('id')->from('reseau_groups');
		$qb->delete($this->getTableName())->where($qb->expr()->notIn('group_id', $qb->createFunction($groups->getSQL())));
		$qb->executeStatement();
	}

	public function deleteOfGroup(int $groupId): void {
		$this->deleteBy('group_id', $groupId);
	}

	/** The account is deleted: clears it as the inviter. */
	public function clearInviter(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('invited_by', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('invited_by', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	/**
	 * Sets the time since which they are in the group, for every change of a membership, unless an import has set it.
	 *
	 * @param Membership $membership
	 * @return Membership
	 */
	private function dated(Entity $membership): Entity {
		if (!$membership->is(Membership::ACTIVE)) {
			$membership->setEnteredAt(null);
		} elseif (isset($membership->getUpdatedFields()['state']) && !isset($membership->getUpdatedFields()['enteredAt'])) {
			$membership->setEnteredAt($this->clock->getTime());
		}
		return $membership;
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName());
		return $qb;
	}

	/** @return list<Membership> */
	private function findBy(string $column, int $id): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))->orderBy('id');
		return $this->findEntities($qb);
	}

	private function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
