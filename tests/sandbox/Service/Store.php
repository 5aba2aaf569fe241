<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

/** Reads and writes whole rows of the sandbox's own tables by equality, so that each service says only what it keeps. */
class Store {
	public function __construct(
		private readonly Database $db,
	) {
	}

	/** @return list<array<string, mixed>> */
	public function rows(string $table, array $where = [], string $orderBy = ''): array {
		$qb = $this->db->getQueryBuilder()->select('*')->from($table);
		$this->restrict($qb, $where);
		if ($orderBy !== '') {
			$qb->orderBy($orderBy);
		}
		return $qb->executeQuery()->fetchAll();
	}

	/** @return ?array<string, mixed> */
	public function row(string $table, array $where): ?array {
		return $this->rows($table, $where)[0] ?? null;
	}

	/** Writes the row of this key, whether it was there or not. */
	public function put(string $table, array $key, array $values = []): void {
		$changed = 0;
		if ($values !== []) {
			$qb = $this->db->getQueryBuilder()->update($table);
			foreach ($values as $column => $value) {
				$qb->set($column, $qb->createNamedParameter($value));
			}
			$this->restrict($qb, $key);
			$changed = $qb->executeStatement();
		}
		if ($changed === 0) {
			$this->db->insertIgnoreConflict($table, $key + $values);
		}
	}

	/** @return int the number a new row gave itself */
	public function add(string $table, array $values): int {
		$this->db->insertIgnoreConflict($table, $values);
		return $this->db->lastInsertId($table);
	}

	public function remove(string $table, array $where): void {
		$qb = $this->db->getQueryBuilder()->delete($table);
		$this->restrict($qb, $where);
		$qb->executeStatement();
	}

	private function restrict(QueryBuilder $qb, array $where): void {
		foreach ($where as $column => $value) {
			$qb->andWhere($qb->expr()->eq($column, $qb->createNamedParameter($value)));
		}
	}
}
