<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\VersionedMapper;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Term>
 */
class TermMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_terms', Term::class);
	}

	/** Changes with every write: versions increase, and nothing is deleted. */
	public function state(): string {
		$sums = 'COUNT(*) AS a, MAX(`id`) AS b, SUM(`version`) AS c, SUM(LENGTH(`data`)) AS d, SUM(COALESCE(`edited_at`, 0)) AS e, SUM(COALESCE(`removed_at`, 0)) AS f, SUM(`position` * `id`) AS g';
		$result = $this->db->executeQuery("SELECT $sums FROM `*PREFIX*reseau_terms`");
		$row = $result->fetch();
		$result->closeCursor();
		return implode('-', array_map(strval(...), $row));
	}

	/**
	 * To be called first in a transaction: others who change the vocabulary wait for its end. Otherwise two merges at the same moment could both be valid and form a
	 * circle.
	 */
	public function lock(): void {
		// A single row that always exists, because nothing is deleted: two transactions that lock all rows could deadlock.
		$result = $this->db->executeQuery('SELECT MIN(`id`) FROM `*PREFIX*reseau_terms`');
		$first = (int)$result->fetchOne();
		$result->closeCursor();
		$this->db->executeStatement('UPDATE `*PREFIX*reseau_terms` SET `position` = `position` WHERE `id` = ?', [$first]);
	}

	/**
	 * @param list<string> $kinds
	 * @param bool $removed also terms that a person removed
	 * @return list<Term> by kind and position
	 */
	public function findKinds(array $kinds, bool $removed = false): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')
			->from($this->getTableName())
			->where($qb->expr()->in('kind', array_map($qb->createNamedParameter(...), $kinds)))
			->orderBy('kind')
			->addOrderBy('position')
			->addOrderBy('id');
		if (!$removed) {
			$qb->andWhere($qb->expr()->isNull('removed_at'));
		}
		return $this->findEntities($qb);
	}
}
