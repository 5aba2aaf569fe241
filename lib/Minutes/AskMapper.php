<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Shared\AuthoredMapper;
use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Ask>
 */
class AskMapper extends QBMapper {
	use RetriesInsert;
	use AuthoredMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_asks', Ask::class);
	}

	public function findById(int $id): ?Ask {
		return $this->findBy('id', $id)[0] ?? null;
	}

	/** @return list<Ask> what one mail asked, in the order of the groups */
	public function findByToken(string $tokenHash): array {
		$asks = $this->findBy('token_hash', $tokenHash);
		usort($asks, static fn (Ask $one, Ask $other): int => $one->getGroupId() <=> $other->getGroupId());
		return $asks;
	}

	public function findPerson(int $groupId, string $personHash): ?Ask {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('group_id', $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('person_hash', $qb->createNamedParameter($personHash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Ask> that an account asked by mail and that can still be answered */
	public function findWaitingOf(string $uid, int $now): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('by_uid', $qb->createNamedParameter($uid)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Ask::WAITING)))
			->andWhere($qb->expr()->gte('expires_at', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/** @return list<Ask> of a group, including answered ones, newest first */
	public function findOfGroup(int $groupId): array {
		return $this->findBy('group_id', $groupId);
	}

	/**
	 * Replaces the link, when another mail is sent.
	 *
	 * @param string $tokenHash of the previous link
	 * @return bool false if it was answered or sent again in the meantime: nothing was written
	 */
	public function renew(Ask $ask, string $tokenHash): bool {
		$qb = $this->whereWaiting($ask, $tokenHash);
		$qb->set('token_hash', $qb->createNamedParameter($ask->getTokenHash()))
			->set('by_uid', $qb->createNamedParameter($ask->getByUid()))
			->set('sent_at', $qb->createNamedParameter($ask->getSentAt(), IQueryBuilder::PARAM_INT));
		return $qb->executeStatement() > 0;
	}

	/** Locks what one mail asked until the transaction ends. */
	public function hold(string $tokenHash): void {
		$qb = $this->db->getQueryBuilder();
		// Writes the existing value: a database-independent FOR UPDATE.
		$qb->update($this->getTableName())->set('state', 'state')->where($qb->expr()->eq('token_hash', $qb->createNamedParameter($tokenHash)));
		$qb->executeStatement();
	}

	/** Writes its personal data, if it was not answered meanwhile. */
	public function writeData(Ask $ask): void {
		$qb = $this->whereWaiting($ask, (string)$ask->getTokenHash());
		$qb->set('data', $qb->createNamedParameter($ask->getData()));
		$qb->executeStatement();
	}

	/** The mail was sent. */
	public function markSent(Ask $ask, int $time): void {
		$qb = $this->whereWaiting($ask, (string)$ask->getTokenHash());
		$qb->set('sent_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT));
		$qb->executeStatement();
	}

	/**
	 * It was answered: deletes the personal data.
	 *
	 * @return bool false if it was answered in the meantime: nothing was written
	 */
	public function settle(Ask $ask, string $state, ?int $memberId): bool {
		$qb = $this->whereWaiting($ask, (string)$ask->getTokenHash());
		$qb->set('state', $qb->createNamedParameter($state))
			->set('member_id', $qb->createNamedParameter($memberId, $memberId === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT));
		foreach (['data', 'phone_hash', 'by_uid', 'expires_at'] as $column) {
			$qb->set($column, $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		}
		return $qb->executeStatement() > 0;
	}

	public function deleteOfMember(int $memberId): void {
		$this->deleteBy('member_id', $memberId);
	}

	public function deleteOfGroup(int $groupId): void {
		$this->deleteBy('group_id', $groupId);
	}

	/** @return list<int> groups that a person is, or was, invited to */
	public function groupIds(): array {
		$qb = $this->db->getQueryBuilder();
		$result = $qb->selectDistinct('group_id')->from($this->getTableName())->executeQuery();
		$ids = array_map(intval(...), array_column($result->fetchAll(), 'group_id'));
		$result->closeCursor();
		return $ids;
	}

	/** @param list<string> $hashes of a person's contact details */
	public function deletePerson(array $hashes): void {
		$qb = $this->db->getQueryBuilder();
		$named = $qb->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY);
		$qb->delete($this->getTableName())->where($qb->expr()->orX($qb->expr()->in('person_hash', $named), $qb->expr()->in('phone_hash', $named)));
		$qb->executeStatement();
	}

	/** @param list<int> $groupIds whose unanswered invitations are deleted */
	public function deleteOpen(array $groupIds): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->in('group_id', $qb->createNamedParameter($groupIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->isNotNull('expires_at'));
		$qb->executeStatement();
	}

	/** @param int $time seconds since 1970: deletes what expired before */
	public function deleteExpired(int $time): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->lt('expires_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	public function moveMember(int $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('member_id', $qb->createNamedParameter($into, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function whereWaiting(Ask $ask, string $tokenHash): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->update($this->getTableName())
			->where($qb->expr()->eq('id', $qb->createNamedParameter($ask->getId(), IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('token_hash', $qb->createNamedParameter($tokenHash)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Ask::WAITING)));
	}

	/** @return list<Ask> */
	private function findBy(string $column, string|int $value): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR)))
			->orderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	private function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
