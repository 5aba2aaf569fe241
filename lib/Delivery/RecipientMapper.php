<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use LogicException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Recipient>
 */
class RecipientMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_daily_mails', Recipient::class);
	}

	/** The account's row; made if it does not exist. */
	public function of(string $uid): Recipient {
		$found = $this->findBy('uid', $uid);
		if ($found === null) {
			$this->db->insertIgnoreConflict($this->getTableName(), ['uid' => $uid, 'tried_at' => 0]);
			$found = $this->findBy('uid', $uid);
		}
		return $found ?? throw new LogicException('A row that was just stored is there');
	}

	public function findByToken(string $hash): ?Recipient {
		return $this->findBy('token_hash', $hash);
	}

	/**
	 * Reserves the mail of a day: only one run can.
	 *
	 * @param string $day YYYY-MM-DD, in the account's time zone
	 */
	public function take(Recipient $recipient, string $day, int $now): bool {
		$qb = $this->whereIs($recipient);
		$qb->set('day', $qb->createNamedParameter($day))
			->set('tried_at', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT))
			->andWhere($qb->expr()->orX($qb->expr()->isNull('day'), $qb->expr()->lt('day', $qb->createNamedParameter($day))));
		return $qb->executeStatement() > 0;
	}

	/** The mail was not sent: the next run retries. */
	public function giveBack(Recipient $recipient): void {
		$qb = $this->whereIs($recipient);
		$day = $recipient->getDay();
		$qb->set('day', $qb->createNamedParameter($day, $day === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))->executeStatement();
	}

	/** Gives the account a link that replaces an earlier one. */
	public function link(Recipient $recipient, string $hash, string $encrypted, string $addressHash): void {
		$qb = $this->whereIs($recipient);
		foreach (['token_hash' => $hash, 'token' => $encrypted, 'address_hash' => $addressHash] as $column => $value) {
			$qb->set($column, $qb->createNamedParameter($value));
		}
		$qb->executeStatement();
	}

	public function forget(string $uid): void {
		$found = $this->findBy('uid', $uid);
		if ($found !== null) {
			$this->delete($found);
		}
	}

	private function findBy(string $column, string $value): ?Recipient {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($value)));
		return $this->findEntities($qb)[0] ?? null;
	}

	private function whereIs(Recipient $recipient): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->update($this->getTableName())->where($qb->expr()->eq('id', $qb->createNamedParameter($recipient->getId(), IQueryBuilder::PARAM_INT)));
	}
}
