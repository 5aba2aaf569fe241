<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Also stores who wants no more notices by mail.
 *
 * @template-extends QBMapper<PassedNotice>
 */
class PassedNoticeMapper extends QBMapper {
	private const STOPS = 'reseau_notice_stops';

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_passed_notices', PassedNotice::class);
	}

	public function findOf(int $noticeId, int $memberId): ?PassedNotice {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('notice_id', $qb->createNamedParameter($noticeId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/**
	 * @param list<int> $noticeIds some hundred at most
	 * @return array<int, PassedNotice> of a person, by number of the notice
	 */
	public function findAllOf(array $noticeIds, int $memberId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('notice_id', $qb->createNamedParameter($noticeIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		$found = [];
		foreach ($this->findEntities($qb) as $row) {
			$found[$row->getNoticeId()] = $row;
		}
		return $found;
	}

	public function findByToken(string $hash): ?PassedNotice {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<PassedNotice> of a person, the first ones first */
	public function findOfMember(int $memberId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))->orderBy('id');
		return $this->findEntities($qb);
	}

	/** @return array<int, int> when a notice was sent in a separate mail, by person */
	public function sentOf(int $noticeId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('notice_id', $qb->createNamedParameter($noticeId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNotNull('sent_at'))->orderBy('id');
		$sent = [];
		foreach ($this->findEntities($qb) as $row) {
			$sent[$row->getMemberId()] = (int)$row->getSentAt();
		}
		return $sent;
	}

	/** How many separate mails a person got since then. */
	public function countSince(int $memberId, int $time): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->gt('sent_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		return $this->number($qb);
	}

	/** Its mail failed: it counts as not sent. */
	public function undo(int $noticeId, int $memberId, int $sentAt): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('sent_at', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('notice_id', $qb->createNamedParameter($noticeId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('sent_at', $qb->createNamedParameter($sentAt, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** Whether a person wants no more notices by mail. */
	public function isStopped(int $memberId): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from(self::STOPS)->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)));
		return $this->number($qb) > 0;
	}

	/**
	 * Stores that a person, whose card is locked, wants no more notices by mail, or wants them again.
	 *
	 * @return bool false if nothing changed
	 */
	public function stop(int $memberId, bool $stop): bool {
		if ($this->isStopped($memberId) === $stop) {
			return false;
		}
		if (!$stop) {
			$this->deleteBy(self::STOPS, 'member_id', $memberId);
		} else {
			$qb = $this->db->getQueryBuilder();
			$qb->insert(self::STOPS)->values(['member_id' => $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)])->executeStatement();
		}
		return true;
	}

	public function deleteOfNotice(int $noticeId): void {
		$this->deleteBy($this->getTableName(), 'notice_id', $noticeId);
	}

	public function deleteOfMember(int $memberId): void {
		$this->deleteBy($this->getTableName(), 'member_id', $memberId);
		$this->deleteBy(self::STOPS, 'member_id', $memberId);
	}

	/** The two cards were merged: what one of them got, or no longer wants, counts for both. */
	public function moveMember(int $from, int $into): void {
		$has = array_map(static fn (PassedNotice $row): int => $row->getNoticeId(), $this->findOfMember($into));
		foreach ($this->findOfMember($from) as $row) {
			if (!in_array($row->getNoticeId(), $has, true)) {
				$row->setMemberId($into);
				$this->update($row);
			}
		}
		if ($this->isStopped($from)) {
			$this->stop($into, true);
		}
		$this->deleteOfMember($from);
	}

	private function deleteBy(string $table, string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($table)->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function number(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}
}
