<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<SessionPerson>
 */
class SessionPersonMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_session_people', SessionPerson::class);
	}

	public function find(int $id): ?SessionPerson {
		return $this->findBy('id', $id)[0] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, SessionPerson> by id
	 */
	public function findByIds(array $ids): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)));
		$found = [];
		foreach ($ids === [] ? [] : $this->findEntities($qb) as $person) {
			$found[(int)$person->getId()] = $person;
		}
		return $found;
	}

	/** @return list<SessionPerson> in the order in which they were added */
	public function findOf(int $sessionId): array {
		return $this->findBy('session_id', $sessionId);
	}

	/** @return list<SessionPerson> the same person in each session */
	public function findOfMember(int $memberId): array {
		return $this->findBy('member_id', $memberId);
	}

	public function deleteOf(int $sessionId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('session_id', $qb->createNamedParameter($sessionId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/**
	 * @param 'id'|'session_id'|'member_id' $column
	 * @return list<SessionPerson>
	 */
	private function findBy(string $column, int $value): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($value, IQueryBuilder::PARAM_INT)))->orderBy('id');
		return $this->findEntities($qb);
	}
}
