<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Token;

use OCA\Reseau\Shared\FindsOne;
use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Claim>
 */
class ClaimMapper extends QBMapper {
	use RetriesInsert;
	/** @use FindsOne<Claim> */
	use FindsOne;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_claims', Claim::class);
	}

	public function findByHash(string $hash): ?Claim {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		return $this->findOne($qb);
	}

	public function findOf(int $memberId): ?Claim {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		return $this->findOne($qb);
	}

	/** The only link of its card. */
	public function put(Claim $claim): void {
		if ($this->replace($claim)) {
			return;
		}
		try {
			$this->insert($claim);
		} catch (Exception $e) {
			// Another person created one at the same moment.
			if ($e->getReason() !== Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION || !$this->replace($claim)) {
				throw $e;
			}
		}
	}

	private function replace(Claim $claim): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('token_hash', $qb->createNamedParameter($claim->getTokenHash()))
			->set('by_uid', $qb->createNamedParameter($claim->getByUid()))
			->set('expires_at', $qb->createNamedParameter($claim->getExpiresAt(), IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($claim->getMemberId(), IQueryBuilder::PARAM_INT)));
		return $qb->executeStatement() > 0;
	}

	public function deleteOf(int $memberId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/**
	 * @return bool whether it still existed: of two simultaneous uses, one gets true
	 */
	public function deleteByHash(string $hash): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		return $qb->executeStatement() > 0;
	}

	/** @param int $time seconds since 1970: deletes what expired before */
	public function deleteExpired(int $time): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->lt('expires_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** Deletes the links created by a deleted account. */
	public function deleteMadeBy(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->eq('by_uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	private function select(): IQueryBuilder {
		return $this->db->getQueryBuilder()->select('*')->from($this->getTableName());
	}
}
