<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Db\Entity;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;

/**
 * For entities with a `version`, which several people may change at the same time.
 *
 * @template T of Entity
 * @template-extends QBMapper<T>
 */
abstract class VersionedMapper extends QBMapper {
	use RetriesInsert;

	/**
	 * Locks rows until the transaction ends: others who want to lock, change or delete one wait. Missing rows are skipped. In the order of ids, so
	 * that no two of us wait for each other.
	 */
	public function hold(int ...$ids): void {
		sort($ids);
		foreach (array_unique($ids) as $id) {
			// Writes the existing value: a database-independent FOR UPDATE.
			$qb = $this->db->getQueryBuilder();
			$qb->update($this->getTableName())->set('version', 'version')->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
			$qb->executeStatement();
		}
	}

	/**
	 * Writes a changed entity only if no one else has written it since it was read.
	 *
	 * @param T $entity
	 * @param int $version the version the change was made from
	 * @return bool false if the stored version differs: nothing was written
	 */
	public function updateFrom(Entity $entity, int $version): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('version', $qb->createNamedParameter($version + 1, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($entity->getId(), IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('version', $qb->createNamedParameter($version, IQueryBuilder::PARAM_INT)));
		if ($qb->executeStatement() === 0) {
			return false;
		}
		$entity->setVersion($version + 1);
		$this->update($entity);
		return true;
	}
}
