<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<SessionPair>
 */
class SessionPairMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_session_pairs', SessionPair::class);
	}

	public function find(int $id): ?SessionPair {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('s.id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<SessionPair> */
	public function findOf(int $sessionId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('s.session_id', $qb->createNamedParameter($sessionId, IQueryBuilder::PARAM_INT)))->orderBy('s.id');
		return $this->findEntities($qb);
	}

	/** @return list<SessionPair> */
	public function findOfMember(int $memberId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->orX(
			$qb->expr()->eq('s.one_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)),
			$qb->expr()->eq('s.other_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)),
		))->orderBy('s.id');
		return $this->findEntities($qb);
	}

	/** @return list<SessionPair> of the viewer, and of people whose cards they keep */
	public function findFor(Viewer $viewer): array {
		if ($viewer->uid === null) {
			return [];
		}
		$is = static fn (string $column): string => Visibility::isKept($viewer, $column) . ($viewer->memberId === null ? '' : " OR $column = $viewer->memberId");
		$qb = $this->select();
		$qb->where($qb->createFunction('(' . $is('s.one_id') . ' OR ' . $is('s.other_id') . ')'))->setParameter('viewer', $viewer->uid)->orderBy('s.id');
		return $this->findEntities($qb);
	}

	/** The account was deleted: the introduction waits for another facilitator. */
	public function clearMediator(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('mediator_uid', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('mediator_uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	public function deleteOf(int $sessionId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('session_id', $qb->createNamedParameter($sessionId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('s.*')->from($this->getTableName(), 's');
	}
}
