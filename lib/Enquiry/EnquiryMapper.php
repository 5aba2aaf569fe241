<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Shared\Deadlock;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Enquiry>
 */
class EnquiryMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_enquiries', Enquiry::class);
	}

	/** One that was sent. */
	public function findSent(int $id): ?Enquiry {
		$qb = $this->selectSent();
		$qb->andWhere($qb->expr()->eq('id', $this->number($qb, $id)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findByToken(string $hash): ?Enquiry {
		return $this->findBy('token_hash', $hash);
	}

	public function isThere(string $sameHash): bool {
		return $this->findBy('same_hash', $sameHash) !== null;
	}

	/** @return list<array{AboutType, int}> what those that were sent are about */
	public function subjects(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->selectDistinct(['about_type', 'about_id'])->from($this->getTableName())->where($qb->expr()->isNotNull('sent_at'));
		return array_map(static fn (array $row): array => [AboutType::from((string)$row['about_type']), (int)$row['about_id']], $qb->executeQuery()->fetchAll());
	}

	/**
	 * @param array<string, list<int>> $about ids by type
	 * @param ?int $before number of the last one of the page before
	 * @return list<Enquiry> those that were sent, the last first
	 */
	public function findAbout(array $about, ?int $before, int $limit): array {
		if ($about === []) {
			return [];
		}
		$qb = $this->selectSent();
		$this->andAbout($qb, $about);
		if ($before !== null) {
			$qb->andWhere($qb->expr()->lt('id', $this->number($qb, $before)));
		}
		return $this->findEntities($qb->orderBy('id', 'DESC')->setMaxResults($limit));
	}

	/** @param array<string, list<int>> $about ids by type */
	public function countUnanswered(array $about): int {
		if ($about === []) {
			return 0;
		}
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())
			->where($qb->expr()->isNotNull('sent_at'))
			->andWhere($qb->expr()->isNull('answered_at'));
		$this->andAbout($qb, $about);
		return $this->count($qb);
	}

	/** How many were written since then, which sends as many emails. */
	public function countWritten(int $since): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())->where($qb->expr()->gt('written_at', $this->number($qb, $since)));
		return $this->count($qb);
	}

	/** How many about one thing were sent since then. */
	public function countSent(AboutType $type, int $id, int $since): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())
			->where($qb->expr()->eq('about_type', $qb->createNamedParameter($type->value)))
			->andWhere($qb->expr()->eq('about_id', $this->number($qb, $id)))
			->andWhere($qb->expr()->gt('sent_at', $this->number($qb, $since)));
		return $this->count($qb);
	}

	/**
	 * Stores one that waits to be sent.
	 *
	 * @param array<string, string|int> $values by column
	 * @return bool false if one like it is there, or its mailbox has one in this slot; of two at the same moment, one is stored
	 */
	public function store(array $values): bool {
		return Deadlock::again(fn (): bool => $this->db->insertIgnoreConflict($this->getTableName(), $values) > 0, $this->db);
	}

	/** Those of a mailbox that were written before no longer count. Their links go on working. */
	public function freeSlots(string $mailboxHash, int $writtenBefore): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('slot', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('address_hash', $qb->createNamedParameter($mailboxHash)))
			->andWhere($qb->expr()->lt('written_at', $this->number($qb, $writtenBefore)));
		$qb->executeStatement();
	}

	/** @return bool false if it was sent before, or is gone: of two at the same moment, one sends it */
	public function send(int $id, int $now): bool {
		$qb = $this->updating($id);
		$qb->set('sent_at', $this->number($qb, $now))->andWhere($qb->expr()->isNull('sent_at'));
		return $qb->executeStatement() > 0;
	}

	/** @return bool false if it was answered before, or is gone: of two at the same moment, one answers it */
	public function answer(int $id, string $uid, string $encrypted, int $now): bool {
		$qb = $this->updating($id);
		$qb->set('answered_at', $this->number($qb, $now))
			->set('answered_uid', $qb->createNamedParameter($uid))
			->set('answer', $qb->createNamedParameter($encrypted))
			->andWhere($qb->expr()->isNotNull('sent_at'))
			->andWhere($qb->expr()->isNull('answered_at'));
		return $qb->executeStatement() > 0;
	}

	/** The answer could not be sent. */
	public function takeBack(int $id): void {
		$qb = $this->updating($id);
		foreach (['answered_at', 'answered_uid', 'answer'] as $column) {
			$qb->set($column, $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		}
		$qb->executeStatement();
	}

	/** @return bool false if it was gone */
	public function remove(int $id): bool {
		$qb = $this->db->getQueryBuilder();
		return $qb->delete($this->getTableName())->where($qb->expr()->eq('id', $this->number($qb, $id)))->executeStatement() > 0;
	}

	/** @return list<int> of those about a thing */
	public function idsAbout(AboutType $type, int $id): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('about_type', $qb->createNamedParameter($type->value)))
			->andWhere($qb->expr()->eq('about_id', $this->number($qb, $id)));
		return $this->ids($qb);
	}

	/** @return list<int> of those that were not sent in time, and those that were sent longer ago than they are kept */
	public function idsOld(int $writtenBefore, int $sentBefore): array {
		$qb = $this->db->getQueryBuilder();
		$old = static fn (string $column, int $time): string => (string)$qb->expr()->lt($column, $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT));
		$qb->select('id')->from($this->getTableName())->where($qb->expr()->orX(
			$qb->expr()->andX($qb->expr()->isNull('sent_at'), $old('written_at', $writtenBefore)),
			$old('sent_at', $sentBefore),
		));
		return $this->ids($qb);
	}

	/** The account, or its card, is gone: so are its words. That it answered stays, so that nobody does so again. */
	public function forgetAccount(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('answered_uid', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->set('answer', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('answered_uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	/** @param non-empty-array<string, list<int>> $about ids by type */
	private function andAbout(IQueryBuilder $qb, array $about): void {
		$any = [];
		foreach ($about as $type => $ids) {
			$any[] = $qb->expr()->andX(
				$qb->expr()->eq('about_type', $qb->createNamedParameter($type)),
				$qb->expr()->in('about_id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)),
			);
		}
		$qb->andWhere($qb->expr()->orX(...$any));
	}

	private function findBy(string $column, string $value): ?Enquiry {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($value)));
		return $this->findEntities($qb)[0] ?? null;
	}

	private function selectSent(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName())->where($qb->expr()->isNotNull('sent_at'));
	}

	private function updating(int $id): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->update($this->getTableName())->where($qb->expr()->eq('id', $this->number($qb, $id)));
	}

	private function number(IQueryBuilder $qb, int $value): mixed {
		return $qb->createNamedParameter($value, IQueryBuilder::PARAM_INT);
	}

	private function count(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** @return list<int> */
	private function ids(IQueryBuilder $qb): array {
		$result = $qb->executeQuery();
		$ids = array_map(intval(...), array_column($result->fetchAll(), 'id'));
		$result->closeCursor();
		return $ids;
	}
}
