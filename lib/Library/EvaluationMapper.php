<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Evaluation>
 */
class EvaluationMapper extends QBMapper {
	use RetriesInsert;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_evaluations', Evaluation::class);
	}

	public function findById(int $id): ?Evaluation {
		return $this->findBy('id', $id)[0] ?? null;
	}

	/** @return list<Evaluation> the oldest first */
	public function findOfSheet(int $sheetId): array {
		return $this->findBy('sheet_id', $sheetId);
	}

	/** @return list<Evaluation> */
	public function findOfMember(int $memberId): array {
		return $this->findBy('member_id', $memberId);
	}

	public function find(int $sheetId, int $memberId): ?Evaluation {
		foreach ($this->findOfSheet($sheetId) as $evaluation) {
			if ($evaluation->getMemberId() === $memberId) {
				return $evaluation;
			}
		}
		return null;
	}

	public function deleteOfSheet(int $sheetId): void {
		$this->deleteBy('sheet_id', $sheetId);
	}

	public function deleteOfMember(int $memberId): void {
		$this->deleteBy('member_id', $memberId);
	}

	/** @return list<Evaluation> */
	private function findBy(string $column, int $id): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	private function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
