<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Shared\AuthoredMapper;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Meeting>
 */
class MeetingMapper extends VersionedMapper {
	use AuthoredMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_meetings', Meeting::class);
	}

	public function find(int $id): ?Meeting {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @param 'key_hash'|'ref' $column */
	public function findBy(string $column, string $value): ?Meeting {
		$qb = $this->select();
		$qb->where($qb->expr()->eq($column, $qb->createNamedParameter($value)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Meeting> by when they begin */
	public function findAll(): array {
		return $this->findEntities($this->select());
	}

	/**
	 * @param list<int> $groupIds
	 * @param int $from seconds since 1970: those that end later
	 * @param ?int $before those that begin earlier; null: however late
	 * @return list<Meeting> by when they begin, cancelled ones among them
	 */
	public function findOfGroups(array $groupIds, int $from, ?int $before = null): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('group_id', $qb->createNamedParameter($groupIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->gt('ends_at', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		if ($before !== null) {
			$qb->andWhere($qb->expr()->lt('starts_at', $qb->createNamedParameter($before, IQueryBuilder::PARAM_INT)));
		}
		return $groupIds === [] ? [] : $this->findEntities($qb);
	}

	/**
	 * @param list<int> $ids
	 * @return list<Meeting> by when they begin
	 */
	public function findByIds(array $ids): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)));
		return $ids === [] ? [] : $this->findEntities($qb);
	}

	/** @return list<Meeting> of which an account is who wrote them last */
	public function findWrittenBy(string $uid): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('by_uid', $qb->createNamedParameter($uid)));
		return $this->findEntities($qb);
	}

	/** @return list<Meeting> that ended before a moment, or were cancelled before another */
	public function findOld(int $ended, int $cancelled): array {
		$qb = $this->select();
		$qb->where($qb->expr()->orX(
			$qb->expr()->lt('ends_at', $qb->createNamedParameter($ended, IQueryBuilder::PARAM_INT)),
			$qb->expr()->lt('cancelled_at', $qb->createNamedParameter($cancelled, IQueryBuilder::PARAM_INT)),
		));
		return $this->findEntities($qb);
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName())->orderBy('starts_at')->addOrderBy('id');
	}
}
