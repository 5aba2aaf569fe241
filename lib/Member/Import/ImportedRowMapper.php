<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Shared\ImportReport;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<ImportedRow>
 */
class ImportedRowMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_import_rows', ImportedRow::class);
	}

	public function find(int $importId, int $position): ?ImportedRow {
		$qb = $this->of($importId);
		$qb->andWhere($qb->expr()->eq('position', $qb->createNamedParameter($position, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<ImportedRow> in the order of the file */
	public function findAll(int $importId): array {
		$qb = $this->of($importId);
		return $this->findEntities($qb->orderBy('position'));
	}

	/** @return list<ImportedRow> after a row, that created or changed a card and are not yet undone */
	public function findUndoable(int $importId, int $after, int $limit): array {
		$qb = $this->of($importId);
		$qb->andWhere($qb->expr()->in('outcome', $qb->createNamedParameter([ImportReport::MADE, ImportReport::UPDATED], IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($qb->expr()->gt('position', $qb->createNamedParameter($after, IQueryBuilder::PARAM_INT)))
			->orderBy('position')
			->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/** The imported row of this import about the person with one of these names. */
	public function findPerson(int $importId, string ...$names): ?ImportedRow {
		$qb = $this->of($importId);
		$qb->andWhere($qb->expr()->in('person', $qb->createNamedParameter($names, IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($qb->expr()->neq('outcome', $qb->createNamedParameter(ImportReport::SKIPPED)))
			->orderBy('position')
			->setMaxResults(1);
		return $this->findEntities($qb)[0] ?? null;
	}

	/**
	 * @param list<int> $importIds
	 * @return array<int, array<string, int>> number of rows of each import, by outcome
	 */
	public function counts(array $importIds): array {
		if ($importIds === []) {
			return [];
		}
		$qb = $this->db->getQueryBuilder();
		$qb->select('import_id', 'outcome')
			->selectAlias($qb->func()->count('id'), 'amount')
			->from($this->getTableName())
			->where($qb->expr()->in('import_id', $qb->createFunction(implode(', ', $importIds))))
			->groupBy('import_id', 'outcome');
		$result = $qb->executeQuery();
		$counts = [];
		while (($row = $result->fetch()) !== false) {
			$counts[(int)$row['import_id']][(string)$row['outcome']] = (int)$row['amount'];
		}
		$result->closeCursor();
		return $counts;
	}

	/** A card is deleted, or was taken over by its person: its earlier content is no longer kept. */
	public function forgetEarlier(int $memberId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('earlier', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	public function deleteOf(int $importId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->eq('import_id', $qb->createNamedParameter($importId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function of(int $importId): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->eq('import_id', $qb->createNamedParameter($importId, IQueryBuilder::PARAM_INT)));
		return $qb;
	}
}
