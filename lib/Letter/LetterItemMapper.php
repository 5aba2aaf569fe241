<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\BulkMapper;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<LetterItem>
 */
class LetterItemMapper extends QBMapper {
	use BulkMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_letter_items', LetterItem::class);
	}

	/** @return list<LetterItem> in their order */
	public function findOf(int $letterId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('letter_id', $qb->createNamedParameter($letterId, IQueryBuilder::PARAM_INT)))
			->orderBy('place')->addOrderBy('id');
		return $this->findEntities($qb);
	}

	/** @param list<LetterItem> $items */
	public function replace(int $letterId, array $items): void {
		$this->deleteBy('letter_id', $letterId);
		$this->insertAll($items);
	}

	/** The sources of passages of some kinds are deleted: deletes the passages with their shortened texts. */
	public function forget(int $objectId, string ...$kinds): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->in('kind', $qb->createNamedParameter($kinds, IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($qb->expr()->eq('object_id', $qb->createNamedParameter($objectId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** @return list<LetterItem> about one thing, with their shortened texts */
	public function findShortened(string $kind, int $objectId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('kind', $qb->createNamedParameter($kind)))
			->andWhere($qb->expr()->eq('object_id', $qb->createNamedParameter($objectId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNotNull('text'))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	public function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
