<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Party>
 */
class PartyMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_parties', Party::class);
	}

	/**
	 * @param list<int> $conversationIds
	 * @return list<Party>
	 */
	public function findOf(array $conversationIds): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->in('conversation_id', $qb->createNamedParameter($conversationIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->orderBy('id');
		return $conversationIds === [] ? [] : $this->findEntities($qb);
	}

	/** @return list<Party> */
	public function findOfMember(int $memberId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->orderBy('conversation_id');
		return $this->findEntities($qb);
	}

	public function findByToken(string $hash): ?Party {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/**
	 * Gives a person without an account their link.
	 *
	 * @return bool false if they already have one
	 */
	public function link(Party $party, string $hash, string $encrypted): bool {
		$qb = $this->whereIs($party);
		$qb->set('token_hash', $qb->createNamedParameter($hash))->set('token', $qb->createNamedParameter($encrypted))->andWhere($qb->expr()->isNull('token_hash'));
		return $qb->executeStatement() > 0;
	}

	/** They want no more mails: their link stops working. */
	public function unlink(Party $party): void {
		$qb = $this->whereIs($party);
		$qb->set('unlinked', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL));
		foreach (['token_hash', 'token'] as $column) {
			$qb->set($column, $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		}
		$qb->executeStatement();
	}

	/** They have seen the conversation up to this message; never less than before. */
	public function markRead(Party $party, int $messageId): void {
		$qb = $this->whereIs($party);
		$qb->set('read_id', $qb->createNamedParameter($messageId, IQueryBuilder::PARAM_INT))
			->andWhere($qb->expr()->lt('read_id', $qb->createNamedParameter($messageId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	public function mute(Party $party, bool $muted): void {
		$qb = $this->whereIs($party);
		$qb->set('muted', $qb->createNamedParameter($muted, IQueryBuilder::PARAM_BOOL))->executeStatement();
	}

	/** The two cards were merged. */
	public function moveMember(int $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('member_id', $qb->createNamedParameter($into, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function whereIs(Party $party): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->update($this->getTableName())->where($qb->expr()->eq('id', $qb->createNamedParameter($party->getId(), IQueryBuilder::PARAM_INT)));
	}
}
