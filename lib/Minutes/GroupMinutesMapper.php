<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<GroupMinutes>
 */
class GroupMinutesMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_group_minutes', GroupMinutes::class);
	}

	/** @return list<GroupMinutes> the latest first */
	public function findOfGroup(int $groupId): array {
		$qb = $this->select($groupId);
		$qb->orderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	public function find(int $groupId, int $id): ?GroupMinutes {
		$qb = $this->select($groupId);
		$qb->andWhere($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findLive(int $groupId, string $hash): ?GroupMinutes {
		$qb = $this->select($groupId);
		$qb->andWhere($qb->expr()->eq('live_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function deleteOfGroup(int $groupId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('group_id', $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	public function forgetAccount(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('by_uid', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('by_uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	private function select(int $groupId): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('group_id', $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT)));
	}
}
