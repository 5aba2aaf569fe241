<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\Security\ICrypto;

/**
 * The names of erased cards, as keyed hashes that reveal nobody: an import does not restore what a person had erased.
 */
class ErasedMapper {
	public function __construct(
		private readonly IDBConnection $db,
		private readonly ICrypto $crypto,
	) {
	}

	public function remember(?string ...$names): void {
		foreach (array_unique(array_filter($names)) as $name) {
			$this->db->insertIgnoreConflict('reseau_erased', ['hash' => $this->hash($name)]);
		}
	}

	/** Whether a card of one of these names was erased. */
	public function has(string ...$names): bool {
		$qb = $this->db->getQueryBuilder();
		$hashes = array_map($this->hash(...), array_values($names));
		$qb->select('id')
			->from('reseau_erased')
			->where($qb->expr()->in('hash', $qb->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY)))
			->setMaxResults(1);
		$result = $qb->executeQuery();
		$found = $result->fetch() !== false;
		$result->closeCursor();
		return $found;
	}

	/**
	 * The name under which a card's mail address is remembered.
	 *
	 * @return list<string> empty if it is not an address
	 */
	public static function address(mixed $email): array {
		return is_string($email) && trim($email) !== '' ? ['mail ' . mb_strtolower(trim($email))] : [];
	}

	private function hash(string $name): string {
		return hash('sha256', $this->crypto->calculateHMAC("reseau erased $name"));
	}
}
