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
 * @template-extends VersionedMapper<Minutes>
 */
class MinutesMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_minutes', Minutes::class);
	}

	/** @return list<Minutes> most recently changed first, without their plans */
	public function findAll(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'hash', 'title', 'state', 'planned', 'by_uid', 'version', 'created_at', 'updated_at')
			->from($this->getTableName())
			->orderBy('updated_at', 'DESC')
			->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	public function findById(int $id): ?Minutes {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findLive(string $hash): ?Minutes {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('live_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Minutes> those whose groups this account creates or removes and has not finished, most recently changed first, without their plans */
	public function findUnfinishedOf(string $uid): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'title', 'state')->from($this->getTableName())
			->where($qb->expr()->eq('run_uid', $qb->createNamedParameter($uid)))
			->andWhere($qb->expr()->in('state', $qb->createNamedParameter([MinutesState::Draft->value, MinutesState::Making->value, MinutesState::Undoing->value], IQueryBuilder::PARAM_STR_ARRAY)))
			->orderBy('updated_at', 'DESC')
			->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	public function forgetAccount(string $uid): void {
		foreach (['by_uid', 'run_uid'] as $column) {
			$qb = $this->db->getQueryBuilder();
			$qb->update($this->getTableName())
				->set($column, $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
				->where($qb->expr()->eq($column, $qb->createNamedParameter($uid)));
			$qb->executeStatement();
		}
	}
}
