<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\WithoutMail;

use OCA\Reseau\Shared\AuthoredMapper;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Call>
 */
class CallMapper extends QBMapper {
	use AuthoredMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_calls', Call::class);
	}

	public function findById(int $id): ?Call {
		return $this->findBy('id', $id)[0] ?? null;
	}

	/** @return list<Call> of a person, the last first */
	public function findOfMember(int $memberId): array {
		return $this->findBy('member_id', $memberId);
	}

	public function findByKey(string $hash): ?Call {
		return $this->findBy('key_hash', $hash)[0] ?? null;
	}

	/**
	 * @param list<int> $memberIds some hundred at most
	 * @return array<int, string> the last day on which each was reached
	 */
	public function lastDays(array $memberIds): array {
		if ($memberIds === []) {
			return [];
		}
		$qb = $this->db->getQueryBuilder();
		$qb->select('member_id')->selectAlias($qb->func()->max('day'), 'last')->from($this->getTableName())
			->where($qb->expr()->in('member_id', $qb->createNamedParameter($memberIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->groupBy('member_id');
		$days = [];
		foreach ($qb->executeQuery()->fetchAll() as $row) {
			$days[(int)$row['member_id']] = (string)$row['last'];
		}
		return $days;
	}

	public function deleteOfMember(int $memberId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	public function moveMember(int $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('member_id', $qb->createNamedParameter($into, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** @return list<Call> the last first */
	private function findBy(string $column, string|int $value): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR)))
			->orderBy('day', 'DESC')->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}
}
