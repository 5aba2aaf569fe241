<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Links in letters to subscribers who have got another link since: they still work. */
class FormerLinkMapper {
	private const TABLE = 'reseau_sub_links';

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** @return ?int the subscriber that a link belongs to */
	public function subscriberOf(string $hash): ?int {
		$qb = $this->db->getQueryBuilder();
		$qb->select('subscriber_id')->from(self::TABLE)->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		$result = $qb->executeQuery();
		$id = $result->fetchOne();
		$result->closeCursor();
		return $id === false ? null : (int)$id;
	}

	/** Two subscribers were merged: the links of one of them now belong to the other. */
	public function move(Subscriber $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update(self::TABLE)->set('subscriber_id', $qb->createNamedParameter($into, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('subscriber_id', $qb->createNamedParameter($from->id(), IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
		$this->keep($from, $into);
	}

	/** The former link of a subscriber: it leads to $into from now on. */
	public function keep(Subscriber $former, int $into): void {
		if ($former->getTokenHash() !== null) {
			$this->db->insertIgnoreConflict(self::TABLE, ['token_hash' => $former->getTokenHash(), 'subscriber_id' => $into]);
		}
	}

	/** Deletes the links of a subscriber who is erased. */
	public function forget(int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete(self::TABLE)->where($qb->expr()->eq('subscriber_id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
