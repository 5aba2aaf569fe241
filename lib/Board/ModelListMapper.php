<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Board;

use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<ModelList>
 */
class ModelListMapper extends QBMapper {
	use RetriesInsert;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_board_models', ModelList::class);
	}

	public function newest(): ?ModelList {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->orderBy('version', 'DESC')->setMaxResults(1);
		return $this->findEntities($qb)[0] ?? null;
	}

	public function deleteBefore(int $version): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->lt('version', $qb->createNamedParameter($version)))->executeStatement();
	}
}
