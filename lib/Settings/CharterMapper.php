<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Charter>
 */
class CharterMapper extends QBMapper {
	use RetriesInsert;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_charters', Charter::class);
	}

	/** @return list<Charter> the newest first */
	public function findAll(?int $limit = null): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->orderBy('version', 'DESC')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	public function findVersion(int $version): ?Charter {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('version', $qb->createNamedParameter($version)));
		return $this->findEntities($qb)[0] ?? null;
	}
}
