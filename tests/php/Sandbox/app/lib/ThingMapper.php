<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

class ThingMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'tiny_things', Thing::class);
	}

	public function find(int $id): Thing {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from('tiny_things')
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntity($qb);
	}

	/** @return list<Thing> */
	public function ofOwner(string $uid): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from('tiny_things')
			->where($qb->expr()->eq('owner_uid', $qb->createNamedParameter($uid)))
			->orderBy('id');
		return $this->findEntities($qb);
	}
}
