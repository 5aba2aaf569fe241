<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\DB\QueryBuilder\IQueryBuilder;

/** A mapper whose rows have the account that wrote them. */
trait AuthoredMapper {
	/** The account was deleted: the rows stay, without it. */
	public function clearAuthor(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set($this->authorColumn(), $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq($this->authorColumn(), $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	private function authorColumn(): string {
		return 'by_uid';
	}
}
