<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Introduction>
 */
class IntroductionMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_introductions', Introduction::class);
	}

	public function find(int $id): ?Introduction {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findBetween(int $one, int $other): ?Introduction {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('pair', $qb->createNamedParameter(Introduction::pairOf($one, $other))));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Introduction> of a person */
	public function findOfMember(int $memberId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->orX(
			$qb->expr()->eq('from_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)),
			$qb->expr()->eq('to_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)),
		))->orderBy('id');
		return $this->findEntities($qb);
	}

	/** @return list<Introduction> of the viewer, and of people whose cards they keep; the last ones first */
	public function findOf(Viewer $viewer): array {
		$is = static fn (string $column): string => Visibility::isKept($viewer, $column) . ($viewer->memberId === null ? '' : " OR $column = $viewer->memberId");
		$qb = $this->select();
		$qb->where($qb->createFunction('(' . $is('from_id') . ' OR ' . $is('to_id') . ')'))
			->setParameter('viewer', $viewer->uid)
			->orderBy('changed_at', 'DESC')->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	/** @return list<Introduction> that two people asked the facilitators for, the longest waiting first */
	public function findMediated(): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Introduction::AGREED)))
			->andWhere($qb->expr()->eq('mediated', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))
			->orderBy('changed_at')->addOrderBy('id');
		return $this->findEntities($qb);
	}

	/** @return list<Introduction> agreed and mediated, without an appointment and not changed since */
	public function findUnplanned(int $changedBefore): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Introduction::AGREED)))
			->andWhere($qb->expr()->eq('mediated', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))
			->andWhere($qb->expr()->isNull('look_back'))
			->andWhere($qb->expr()->lt('changed_at', $qb->createNamedParameter($changedBefore, IQueryBuilder::PARAM_INT)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param string $today YYYY-MM-DD
	 * @return list<Introduction> whose outcome can be asked for and was not asked for yet
	 */
	public function findToAsk(string $today): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Introduction::AGREED)))
			->andWhere($qb->expr()->lte('look_back', $qb->createNamedParameter($today)))
			->andWhere($qb->expr()->isNull('asked_at'))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/** @return bool false if another process did it at the same moment */
	public function markAsked(Introduction $introduction, int $now): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('asked_at', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($introduction->getId(), IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNull('asked_at'));
		return $qb->executeStatement() > 0;
	}

	/** Deletes proposals without an answer and introductions that ended, not changed since, and introductions whose outcome was asked for before that time. */
	public function deleteOld(int $changedBefore, int $askedBefore): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->in('state', $qb->createNamedParameter([Introduction::PROPOSED, Introduction::ENDED, Introduction::UNTAKEN], IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($qb->expr()->lt('changed_at', $qb->createNamedParameter($changedBefore, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->lt('asked_at', $qb->createNamedParameter($askedBefore, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** The account was deleted: introductions that it had taken on wait for another facilitator. */
	public function clearMediator(string $uid, int $now): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('changed_at', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT))
			->set('mediator_uid', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('mediator_uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}
}
