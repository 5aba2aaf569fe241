<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\SavedSearch;

use OCA\Reseau\Shared\FindsOne;
use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<SavedSearch>
 */
class SavedSearchMapper extends QBMapper {
	use RetriesInsert;
	/** @use FindsOne<SavedSearch> */
	use FindsOne;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_searches', SavedSearch::class);
	}

	/** @return list<SavedSearch> of an account, latest first */
	public function findOf(string $uid, ?int $limit = null): array {
		$qb = $this->select($uid);
		return $this->findEntities($qb->orderBy('id', 'DESC')->setMaxResults($limit));
	}

	/** A search of this account; null if it belongs to another one. */
	public function findOwn(string $uid, int $id): ?SavedSearch {
		$qb = $this->select($uid);
		return $this->findOne($qb->andWhere($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT))));
	}

	public function findByHash(string $uid, string $hash): ?SavedSearch {
		$qb = $this->select($uid);
		return $this->findOne($qb->andWhere($qb->expr()->eq('hash', $qb->createNamedParameter($hash))));
	}

	public function deleteOf(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	private function select(string $uid): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)));
	}
}
