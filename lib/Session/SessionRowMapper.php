<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<SessionRow>
 */
class SessionRowMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_session_rows', SessionRow::class);
	}

	public function find(int $id): ?SessionRow {
		return $this->findBy('id', $id)[0] ?? null;
	}

	public function findByKey(string $hash): ?SessionRow {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('r.key_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<SessionRow> in the order in which they were said */
	public function findOf(int $sessionId): array {
		return $this->findBy('session_id', $sessionId);
	}

	/** @return list<SessionRow> */
	public function findOfPerson(int $personId): array {
		return $this->findBy('person_id', $personId);
	}

	/** @return list<SessionRow> that wait for the viewer: their own, and those of people whose cards they keep */
	public function findWaitingFor(Viewer $viewer): array {
		if ($viewer->uid === null) {
			return [];
		}
		$qb = $this->select();
		$qb->innerJoin('r', 'reseau_session_people', 'p', $qb->expr()->eq('p.id', 'r.person_id'))
			->where($qb->expr()->eq('r.state', $qb->createNamedParameter(SessionRow::WAITING)))
			->andWhere(Visibility::ownedBy($viewer, 'p'))
			->setParameter('viewer', $viewer->uid)
			->orderBy('r.id');
		return $this->findEntities($qb);
	}

	/** Rows are kept when their notice is deleted. */
	public function forgetNotice(int $noticeId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('notice_id', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('notice_id', $qb->createNamedParameter($noticeId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** @param 'session_id'|'person_id' $column */
	public function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/**
	 * @param 'id'|'session_id'|'person_id' $column
	 * @return list<SessionRow>
	 */
	private function findBy(string $column, int $value): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq("r.$column", $qb->createNamedParameter($value, IQueryBuilder::PARAM_INT)))->orderBy('r.id');
		return $this->findEntities($qb);
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('r.*')->from($this->getTableName(), 'r');
	}
}
