<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Feed>
 */
class FeedMapper extends QBMapper {
	use RetriesInsert;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_feeds', Feed::class);
	}

	public function findByHash(string $hash): ?Feed {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Feed> */
	public function findOf(string $uid): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)));
		return $this->findEntities($qb);
	}

	/** @return list<Feed> */
	public function findAll(): array {
		return $this->findEntities($this->select());
	}

	/** The only address of its account for this group. */
	public function put(Feed $feed): void {
		if ($this->replace($feed)) {
			return;
		}
		try {
			$this->insert($feed);
		} catch (Exception $e) {
			// Another one was made at the same moment.
			if ($e->getReason() !== Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION || !$this->replace($feed)) {
				throw $e;
			}
		}
	}

	public function deleteOf(string $uid, ?int $groupId = null): void {
		foreach ($this->findOf($uid) as $feed) {
			if ($groupId === null || $feed->getGroupId() === $groupId) {
				$this->delete($feed);
			}
		}
	}

	public function deleteOfGroup(int $groupId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('group_id', $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function replace(Feed $feed): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('entered_at', $qb->createNamedParameter($feed->getEnteredAt(), IQueryBuilder::PARAM_INT))
			->set('token_hash', $qb->createNamedParameter($feed->getTokenHash()))
			->set('token', $qb->createNamedParameter($feed->getToken()))
			->set('made_at', $qb->createNamedParameter($feed->getMadeAt(), IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('uid', $qb->createNamedParameter($feed->getUid())))
			->andWhere($qb->expr()->eq('group_id', $qb->createNamedParameter($feed->getGroupId(), IQueryBuilder::PARAM_INT)));
		return $qb->executeStatement() > 0;
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName())->orderBy('id');
	}
}
