<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Hashes of the contact details of people who asked not to be in the network, with the day of their request. */
class RefusalMapper {
	/** Hashes searched in one statement. */
	private const AT_ONCE = 500;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** @param string $date YYYY-MM-DD */
	public function insert(string $hash, string $date): void {
		$qb = $this->db->getQueryBuilder();
		$qb->insert('reseau_refusals')->values([
			'hash' => $qb->createNamedParameter($hash),
			'refused_on' => $qb->createNamedParameter($date),
		]);
		$qb->executeStatement();
	}

	/** @return ?string the last day (YYYY-MM-DD) on which one of these was refused; null if never */
	public function lastOf(string ...$hashes): ?string {
		$qb = $this->db->getQueryBuilder();
		$qb->select('refused_on')->from('reseau_refusals')
			->where($qb->expr()->in('hash', $qb->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY)))
			->orderBy('refused_on', 'DESC')
			->setMaxResults(1);
		$result = $qb->executeQuery();
		$row = $result->fetch();
		$result->closeCursor();
		return $row === false ? null : (string)$row['refused_on'];
	}

	/**
	 * @param list<string> $hashes
	 * @return list<string> the hashes that were refused
	 */
	public function among(array $hashes): array {
		$found = [];
		foreach (array_chunk($hashes, self::AT_ONCE) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->selectDistinct('hash')->from('reseau_refusals')
				->where($qb->expr()->in('hash', $qb->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY)));
			$result = $qb->executeQuery();
			while (($row = $result->fetch()) !== false) {
				$found[] = (string)$row['hash'];
			}
			$result->closeCursor();
		}
		return $found;
	}

	/** @param list<string> $hashes */
	public function delete(array $hashes): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete('reseau_refusals')
			->where($qb->expr()->in('hash', $qb->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY)));
		$qb->executeStatement();
	}
}
