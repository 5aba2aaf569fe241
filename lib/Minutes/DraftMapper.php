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
 * @template-extends VersionedMapper<Draft>
 */
class DraftMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_min_drafts', Draft::class);
	}

	/**
	 * @param int $since seconds since 1970
	 * @return list<Draft> of an account, last changed first, without their content
	 */
	public function findOf(string $uid, int $since): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'uid', 'from_uid', 'name', 'minutes_id', 'version', 'changed_at')->from($this->getTableName())
			->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)))
			->andWhere($qb->expr()->gte('changed_at', $qb->createNamedParameter($since, IQueryBuilder::PARAM_INT)))
			->orderBy('changed_at', 'DESC')
			->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	public function find(int $id): ?Draft {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findByKey(string $hash): ?Draft {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('key_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function deleteOf(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	/** Drafts of an import that is undone or deleted are under review again; a tab that has one notices that it has changed. */
	public function reopen(int $minutesId, int $now): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('minutes_id', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->set('version', $qb->createFunction('version + 1'))
			->set('changed_at', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('minutes_id', $qb->createNamedParameter($minutesId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** @param int $time seconds since 1970: deletes drafts unchanged since then */
	public function deleteUnchangedSince(int $time): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->lt('changed_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	public function clearGiver(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('from_uid', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('from_uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}
}
