<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Group>
 */
class GroupMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_groups', Group::class);
	}

	public function findById(int $id): ?Group {
		return $this->findBy('id', $id, IQueryBuilder::PARAM_INT);
	}

	public function findByRef(string $ref): ?Group {
		return $this->findBy('ref', $ref);
	}

	public function findMadeFrom(string $what): ?Group {
		return $this->findBy('made_from', $what);
	}

	public function findByTeam(string $teamId): ?Group {
		return $this->findBy('team_id', $teamId);
	}

	public function findByBoard(int $boardId): ?Group {
		return $this->findBy('board_id', $boardId, IQueryBuilder::PARAM_INT);
	}

	/**
	 * @param list<int> $ids
	 * @return list<Group>
	 */
	public function findByIds(array $ids): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)))->orderBy('id');
		return $ids === [] ? [] : $this->findEntities($qb);
	}

	/**
	 * Groups with only their facilitators, in one query.
	 *
	 * @param list<int> $ids
	 * @return list<array<string, mixed>> raw rows, by group and membership; a group without a facilitator has one row. Columns of the group keep their
	 *         names, those of the membership are `m_…`, those of the card `p_…`
	 */
	public function rowsSteered(array $ids): array {
		$rows = [];
		foreach (array_chunk($ids, 900) as $some) {
			$result = $this->db->executeQuery(
				'SELECT g.id, g.title, g.status, m.id AS m_id, m.state AS m_state, m.facilitates AS m_facilitates, m.facilitates_until AS m_facilitates_until,'
				. ' p.id AS p_id, p.uid AS p_uid, p.steward_uid AS p_steward_uid, p.name AS p_name, p.status AS p_status, p.suspended AS p_suspended'
				. ' FROM `*PREFIX*reseau_groups` g'
				. " LEFT JOIN `*PREFIX*reseau_memberships` m ON m.group_id = g.id AND m.state = 'active' AND m.facilitates = true"
				. ' LEFT JOIN `*PREFIX*reseau_members` p ON p.id = m.member_id'
				. ' WHERE g.id IN (' . implode(', ', $some) . ') ORDER BY g.id, m.id',
			);
			array_push($rows, ...$result->fetchAll());
			$result->closeCursor();
		}
		return $rows;
	}

	/**
	 * @param 'created_at'|'closed_at' $column
	 * @param list<string> $statuses
	 * @return list<int> groups whose time is in a period, the last first
	 */
	public function idsBetween(string $column, array $statuses, int $from, int $until, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->in('status', $qb->createNamedParameter($statuses, IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($qb->expr()->gte($column, $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->lt($column, $qb->createNamedParameter($until, IQueryBuilder::PARAM_INT)))
			->orderBy($column, 'DESC')->addOrderBy('id', 'DESC')->setMaxResults($limit);
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'id'));
	}

	/** @return list<int> active groups that look for something, the newest first */
	public function idsSeeking(int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('status', $qb->createNamedParameter(Group::ACTIVE)))
			->andWhere($qb->expr()->isNotNull('seeks'))
			->andWhere($qb->expr()->neq('seeks', $qb->createNamedParameter('')))
			->orderBy('id', 'DESC')->setMaxResults($limit);
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'id'));
	}

	/** @return list<int> groups that were put into the public showcase */
	public function idsShowcased(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('showcased', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))
			->orderBy('id');
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'id'));
	}

	/** @return list<Group> */
	public function findAll(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * One column of all groups, so that texts and mandates are not loaded.
	 *
	 * @param 'title'|'board_id'|'folder_id' $column
	 * @return array<int, int|string|null> by id, in order
	 */
	public function column(string $column): array {
		$qb = $this->db->getQueryBuilder();
		$result = $qb->select('id', $column)->from($this->getTableName())->orderBy('id')->executeQuery();
		$values = array_column($result->fetchAll(), $column, 'id');
		$result->closeCursor();
		return $values;
	}

	/** @return list<Group> groups whose team exists */
	public function findWithTeam(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->isNotNull('team_id'))->orderBy('id');
		return array_values(array_filter($this->findEntities($qb), static fn (Group $group): bool => $group->getTeamGone() !== true));
	}

	/**
	 * Takes or renews the lease of a group, or takes an expired one.
	 *
	 * @return bool false while another run holds it
	 */
	public function lease(int $id, string $holder, int $now, int $until): bool {
		$qb = $this->db->getQueryBuilder();
		$free = $qb->expr()->orX(
			$qb->expr()->isNull('lease_holder'),
			$qb->expr()->eq('lease_holder', $qb->createNamedParameter($holder)),
			$qb->expr()->isNull('lease_until'),
			$qb->expr()->lte('lease_until', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT)),
		);
		$qb->update($this->getTableName())
			->set('lease_holder', $qb->createNamedParameter($holder))
			// A different timestamp each time: some databases count only rows whose values changed.
			->set('lease_until', $qb->createNamedParameter($until, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($free);
		if ($qb->executeStatement() > 0) {
			return true;
		}
		$group = $this->findById($id);
		return $group?->getLeaseHolder() === $holder && $group->getLeaseUntil() === $until;
	}

	public function release(int $id, string $holder): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('lease_holder', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->set('lease_until', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('lease_holder', $qb->createNamedParameter($holder)));
		$qb->executeStatement();
	}

	/** Groups from before the way of joining was stored. */
	public function writeJoining(string $preset): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('joining', $qb->createNamedParameter($preset))->where($qb->expr()->isNull('joining'));
		$qb->executeStatement();
	}

	/**
	 * @param list<int> $ids
	 * @return list<Group> groups among these whose mandate was changed since a time, the latest first
	 */
	public function findMandateChanged(array $ids, int $since, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->gte('mandate_at', $qb->createNamedParameter($since, IQueryBuilder::PARAM_INT)))
			->orderBy('mandate_at', 'DESC')->addOrderBy('id', 'DESC')->setMaxResults($limit);
		return $ids === [] ? [] : $this->findEntities($qb);
	}

	/** An account is deleted: it is cleared as the group's creator, as the one who changed its mandate or saved its team, board and folder, and as its source; the fact that it was begun is kept. */
	public function forgetAccount(string $uid): void {
		foreach (['created_by', 'mandate_by', 'team_by_uid', 'board_by_uid', 'folder_by_uid'] as $column) {
			$by = $this->db->getQueryBuilder();
			$by->update($this->getTableName())
				->set($column, $by->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
				->where($by->expr()->eq($column, $by->createNamedParameter($uid)));
			$by->executeStatement();
		}
		$key = $this->db->getQueryBuilder();
		$key->update($this->getTableName())
			->set('made_from', $key->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($key->expr()->like('made_from', $key->createNamedParameter($this->db->escapeLikeParameter("$uid/") . '%')));
		$key->executeStatement();
		$maker = $this->db->getQueryBuilder();
		$maker->update($this->getTableName())
			->set('maker_uid', $maker->createNamedParameter(''))
			->set('lease_until', $maker->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($maker->expr()->eq('maker_uid', $maker->createNamedParameter($uid)));
		$maker->executeStatement();
	}

	private function findBy(string $column, string|int $value, mixed $type = IQueryBuilder::PARAM_STR): ?Group {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($value, $type)));
		return $this->findEntities($qb)[0] ?? null;
	}
}
