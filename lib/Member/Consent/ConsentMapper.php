<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use OCA\Reseau\Shared\AuthoredMapper;
use OCA\Reseau\Shared\BulkMapper;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Consent>
 */
class ConsentMapper extends QBMapper {
	use BulkMapper;
	use AuthoredMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_consents', Consent::class);
	}

	/** @return list<Consent> in the order they were recorded */
	public function findOf(int $memberId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param list<int> $memberIds
	 * @return list<Consent> of one kind, in the order they were recorded
	 */
	public function findOfWhat(array $memberIds, string $what): array {
		if ($memberIds === []) {
			return [];
		}
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->in('member_id', $qb->createFunction(implode(', ', $memberIds))))
			->andWhere($qb->expr()->eq('what', $qb->createNamedParameter($what)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param list<int> $ids
	 * @return list<Consent> in the order they were recorded
	 */
	public function findOfSubscribers(array $ids): array {
		if ($ids === []) {
			return [];
		}
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->in('subscriber_id', $qb->createFunction(implode(', ', $ids))))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param list<string> $what
	 * @return list<Consent> the last recorded first
	 */
	public function findBefore(?int $id, int $limit, array $what): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->in('what', $qb->createNamedParameter($what, IQueryBuilder::PARAM_STR_ARRAY)))
			->orderBy('id', 'DESC')
			->setMaxResults($limit);
		if ($id !== null) {
			$qb->andWhere($qb->expr()->lt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		}
		return $this->findEntities($qb);
	}

	/** The current consent to the card; null if there is none or it was withdrawn. */
	public function inForce(int $memberId): ?Consent {
		$inForce = null;
		foreach ($this->findOf($memberId) as $consent) {
			$inForce = match ($consent->getWhat()) {
				Consent::CARD => $consent,
				Consent::CARD_ENDED => null,
				default => $inForce,
			};
		}
		return $inForce;
	}

	public function move(int $from, int $to): void {
		$this->moveBy('member_id', $from, $to);
	}

	public function moveSubscriber(int $from, int $to): void {
		$this->moveBy('subscriber_id', $from, $to);
	}

	public function deleteOf(int $memberId): void {
		$this->deleteBy('member_id', $memberId);
	}

	public function deleteOfSubscriber(int $id): void {
		$this->deleteBy('subscriber_id', $id);
	}

	private function moveBy(string $column, int $from, int $to): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set($column, $qb->createNamedParameter($to, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq($column, $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
