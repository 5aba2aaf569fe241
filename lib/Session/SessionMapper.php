<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Session>
 */
class SessionMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_sessions', Session::class);
	}

	public function find(int $id): ?Session {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Session> by id
	 */
	public function findByIds(array $ids): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)));
		$found = [];
		foreach ($ids === [] ? [] : $this->findEntities($qb) as $session) {
			$found[(int)$session->getId()] = $session;
		}
		return $found;
	}

	public function findByKey(string $hash): ?Session {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('key_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Session> those that are open first, then the last ones */
	public function findAll(): array {
		$qb = $this->select();
		// "open" is after "ended" in the alphabet.
		$qb->orderBy('state', 'DESC')->addOrderBy('day', 'DESC')->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	/**
	 * @param string $day YYYY-MM-DD
	 * @return list<Session> open ones of that day or later, the next first
	 */
	public function findComing(string $day): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Session::OPEN)))
			->andWhere($qb->expr()->gte('day', $qb->createNamedParameter($day)))
			->orderBy('day')->addOrderBy('id');
		return $this->findEntities($qb);
	}

	/** @return list<Session> not changed since */
	public function findUntouchedSince(int $time): array {
		$qb = $this->select();
		$qb->where($qb->expr()->lt('touched_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)))->orderBy('id');
		return $this->findEntities($qb);
	}

	/** @return list<Session> that have ended, whose people were not notified */
	public function findUnnotified(): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Session::ENDED)))->andWhere($qb->expr()->isNull('notified'))->orderBy('id');
		return $this->findEntities($qb);
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}
}
