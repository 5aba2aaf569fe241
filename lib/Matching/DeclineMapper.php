<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Decline>
 */
class DeclineMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_declines', Decline::class);
	}

	/** Sent twice, it is stored once. */
	public function add(int $memberId, int $otherId, int $time): void {
		$this->db->insertIgnoreConflict('reseau_declines', ['member_id' => $memberId, 'other_id' => $otherId, 'created_at' => $time]);
	}

	public function remove(int $memberId, int $otherId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('other_id', $qb->createNamedParameter($otherId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	public function has(int $memberId, int $otherId): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('other_id', $qb->createNamedParameter($otherId, IQueryBuilder::PARAM_INT)));
		$result = $qb->executeQuery();
		$found = $result->fetchOne() !== false;
		$result->closeCursor();
		return $found;
	}

	/** @return list<Decline> the oldest first */
	public function findOf(int $memberId): array {
		return $this->findBy('member_id', $memberId);
	}

	/** @return list<Decline> in which this person was declined */
	public function findAbout(int $memberId): array {
		return $this->findBy('other_id', $memberId);
	}

	/** Deletes everything with this person in it. */
	public function forget(int $memberId): void {
		foreach (['member_id', 'other_id'] as $column) {
			$qb = $this->db->getQueryBuilder();
			$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
			$qb->executeStatement();
		}
	}

	/** @return list<Decline> */
	private function findBy(string $column, int $id): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->orderBy('id');
		return $this->findEntities($qb);
	}
}
