<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Token;

use OCA\Reseau\Shared\FindsOne;
use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Invitation>
 */
class InvitationMapper extends QBMapper {
	use RetriesInsert;
	/** @use FindsOne<Invitation> */
	use FindsOne;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_invitations', Invitation::class);
	}

	public function findByHash(string $hash): ?Invitation {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		return $this->findOne($qb);
	}

	public function findOf(int $memberId): ?Invitation {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		return $this->findOne($qb);
	}

	/** @return list<Invitation> sent to the address with one of these hashes, whose person has consented, oldest first */
	public function findAnswered(string ...$hashes): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->in('address_hash', $qb->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($qb->expr()->isNull('expires_at'))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * Replaces one invitation with another for the same card.
	 *
	 * @return bool false if the old one has changed: nothing was written
	 */
	public function replace(Invitation $old, Invitation $new): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('token_hash', $qb->createNamedParameter($new->getTokenHash()))
			->set('address_hash', $qb->createNamedParameter($new->getAddressHash()))
			->set('made_at', $qb->createNamedParameter($new->getMadeAt(), IQueryBuilder::PARAM_INT))
			->set('sent_at', self::moment($qb, $new->getSentAt()))
			->set('expires_at', self::moment($qb, $new->getExpiresAt()))
			->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($old->getTokenHash())));
		return $qb->executeStatement() > 0;
	}

	public function deleteOf(int $memberId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/**
	 * @return bool whether it still existed: of two simultaneous answers, one gets true
	 */
	public function deleteByHash(string $hash): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		return $qb->executeStatement() > 0;
	}

	/** @param int $time seconds since 1970: deletes what expired before */
	public function deleteExpired(int $time): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->lt('expires_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private static function moment(IQueryBuilder $qb, ?int $time): mixed {
		return $qb->createNamedParameter($time, $time === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT);
	}
}
