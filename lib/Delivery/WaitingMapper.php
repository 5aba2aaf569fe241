<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Waiting>
 */
class WaitingMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_waiting', Waiting::class);
	}

	/** Replaces an earlier one about the same object: if that one is in a mail that is being sent, this one stays for the next. */
	public function put(Waiting $waiting): void {
		$this->remove($this->findAbout($waiting->getObjectType(), $waiting->getObjectId(), $waiting->getUid()));
		// Another one may have been stored at the same moment: one is enough.
		$this->db->insertIgnoreConflict($this->getTableName(), [
			'uid' => $waiting->getUid(),
			'kind' => $waiting->getKind(),
			'subject' => $waiting->getSubject(),
			'object_type' => $waiting->getObjectType(),
			'object_id' => $waiting->getObjectId(),
			'created_at' => $waiting->getCreatedAt(),
		]);
	}

	/** @return list<Waiting> the oldest first */
	public function findOf(string $uid): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)))->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * @param ?string $uid null: of every account
	 * @return list<Waiting>
	 */
	public function findAbout(string $type, string $id, ?string $uid): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('object_type', $qb->createNamedParameter($type)))
			->andWhere($qb->expr()->eq('object_id', $qb->createNamedParameter($id)));
		if ($uid !== null) {
			$qb->andWhere($qb->expr()->eq('uid', $qb->createNamedParameter($uid)));
		}
		return $this->findEntities($qb);
	}

	/**
	 * By number: deleting a row that does not exist would lock the gaps of the index.
	 *
	 * @param list<Waiting> $waiting
	 */
	public function remove(array $waiting): void {
		foreach ($waiting as $one) {
			$this->delete($one);
		}
	}

	/**
	 * @param list<Waiting> $waiting
	 * @param ?string $day of the mail they are in; null: they are in none
	 */
	public function writeMailed(array $waiting, ?string $day): void {
		foreach (array_chunk($waiting, 500) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->update($this->getTableName())
				->set('mailed_on', $qb->createNamedParameter($day, $day === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))
				->where($qb->expr()->in('id', $qb->createNamedParameter(array_map(static fn (Waiting $one): int => (int)$one->getId(), $some), IQueryBuilder::PARAM_INT_ARRAY)));
			$qb->executeStatement();
		}
	}

	/** @return list<string> accounts with waiting lines; those attempted longest ago first */
	public function accounts(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('w.uid')->from($this->getTableName(), 'w')
			->leftJoin('w', 'reseau_daily_mails', 'd', $qb->expr()->eq('d.uid', 'w.uid'))
			->groupBy('w.uid', 'd.tried_at')
			->orderBy('d.tried_at')
			->addOrderBy('w.uid');
		return array_map(static fn (array $row): string => (string)$row['uid'], $qb->executeQuery()->fetchAll());
	}

	public function forget(string $uid): void {
		$this->remove($this->findOf($uid));
	}

	/** Deletes lines of accounts that cannot log in, and so get no mail. */
	public function forgetBefore(int $time): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->lt('created_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
