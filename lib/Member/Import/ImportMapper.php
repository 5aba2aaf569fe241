<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Import>
 */
class ImportMapper extends QBMapper {
	use RetriesInsert;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_imports', Import::class);
	}

	/** @return list<Import> of an account, most recently changed first */
	public function findOf(string $uid): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)))
			->orderBy('updated_at', 'DESC')
			->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	/** @return list<Import> of any account, unchanged since, with data still to delete */
	public function findStale(int $before): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->lt('updated_at', $qb->createNamedParameter($before, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->neq('state', $qb->createNamedParameter(ImportState::Closed->value)));
		return $this->findEntities($qb);
	}
}
