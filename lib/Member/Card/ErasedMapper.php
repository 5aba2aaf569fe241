<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Settings\NetworkHash;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * The names of erased cards, as keyed hashes that reveal nobody: an import does not restore what a person had erased.
 */
class ErasedMapper {
	/** Names searched in one statement. */
	private const AT_ONCE = 500;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly NetworkHash $hashes,
	) {
	}

	public function remember(?string ...$names): void {
		foreach (array_unique(array_filter($names)) as $name) {
			$this->db->insertIgnoreConflict('reseau_erased', ['hash' => $this->hashes->of(self::text($name))]);
		}
	}

	/** @return list<string> which of these names belonged to an erased card */
	public function among(string ...$names): array {
		$byHash = [];
		foreach ($names as $name) {
			$byHash += array_fill_keys($this->hashes->all(self::text($name)), $name);
		}
		$found = [];
		foreach (array_chunk(array_keys($byHash), self::AT_ONCE) as $hashes) {
			$qb = $this->db->getQueryBuilder();
			$qb->select('hash')
				->from('reseau_erased')
				->where($qb->expr()->in('hash', $qb->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY)));
			$result = $qb->executeQuery();
			while (($row = $result->fetch()) !== false) {
				$found[] = $byHash[(string)$row['hash']];
			}
			$result->closeCursor();
		}
		return array_values(array_unique($found));
	}

	/**
	 * The name under which a card's mail address is remembered.
	 *
	 * @return list<string> empty if it is not an address
	 */
	public static function address(mixed $email): array {
		return is_string($email) && trim($email) !== '' ? ['mail ' . mb_strtolower(trim($email))] : [];
	}

	/** The part of a name that is hashed. */
	private static function text(string $name): string {
		return "reseau erased $name";
	}
}
