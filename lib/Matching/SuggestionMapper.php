<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCP\AppFramework\Db\Entity;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * The people to meet of whom each person was notified, and when.
 *
 * @template-extends QBMapper<Entity>
 */
class SuggestionMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_suggestions', Entity::class);
	}

	/** @return array<int, int> the time by the card of the suggested person */
	public function timesOf(int $memberId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('other_id', 'told_at')->from($this->getTableName())->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		$times = [];
		foreach ($qb->executeQuery()->fetchAll() as $row) {
			$times[(int)$row['other_id']] = (int)$row['told_at'];
		}
		return $times;
	}

	/** @return bool false if it already existed */
	public function add(int $memberId, int $otherId, int $time): bool {
		return $this->db->insertIgnoreConflict($this->getTableName(), ['member_id' => $memberId, 'other_id' => $otherId, 'told_at' => $time]) > 0;
	}

	public function remove(int $memberId, int $otherId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('other_id', $qb->createNamedParameter($otherId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** Deletes everything with this person in it. */
	public function forget(int $memberId): void {
		foreach (['member_id', 'other_id'] as $column) {
			$qb = $this->db->getQueryBuilder();
			$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
			$qb->executeStatement();
		}
	}
}
