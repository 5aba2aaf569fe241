<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Member>
 */
class MemberMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_members', Member::class);
	}

	public function findById(int $id): ?Member {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findOne($qb);
	}

	public function findByUid(string $uid): ?Member {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('uid', $qb->createNamedParameter($uid)));
		return $this->findOne($qb);
	}

	public function findByRef(string $ref): ?Member {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('ref', $qb->createNamedParameter($ref)));
		return $this->findOne($qb);
	}

	/** @return list<Member> every card, for the export of the network */
	public function findAll(): array {
		$qb = $this->select();
		return $this->findEntities($qb->orderBy('id'));
	}

	/** @return list<Member> published cards by name, after the cursor */
	public function findPublished(?Cursor $after, int $limit): array {
		$qb = $this->select();
		$this->whereShown($qb);
		return $this->findPage($qb, $after, $limit);
	}

	public function countPublished(): int {
		$qb = $this->counting();
		$this->whereShown($qb);
		return $this->count($qb);
	}

	/**
	 * @param bool $unkept also the cards that nobody in particular keeps
	 * @return list<Member> cards of people without an account kept by a person, by name, after the cursor
	 */
	public function findKept(string $uid, bool $unkept, ?Cursor $after, int $limit): array {
		$qb = $this->select();
		$this->whereKept($qb, $uid, $unkept);
		return $this->findPage($qb, $after, $limit);
	}

	public function countKept(string $uid, bool $unkept): int {
		$qb = $this->counting();
		$this->whereKept($qb, $uid, $unkept);
		return $this->count($qb);
	}

	/**
	 * Writes a changed card only if nobody else has written it since it was read.
	 *
	 * @param int $version the version the change was made from
	 * @return bool false when the stored version is another one: nothing was written
	 */
	public function updateFrom(Member $member, int $version): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('version', $qb->createNamedParameter($version + 1, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($member->ownerId(), IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('version', $qb->createNamedParameter($version, IQueryBuilder::PARAM_INT)));
		if ($qb->executeStatement() === 0) {
			return false;
		}
		$member->setVersion($version + 1);
		$this->update($member);
		return true;
	}

	/** Gives the cards kept by an account that goes to the facilitators together. */
	public function releaseKeptBy(string $uid): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('steward_uid', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('steward_uid', $qb->createNamedParameter($uid)));
		$qb->executeStatement();
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}

	private function counting(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select($qb->func()->count('id'))->from($this->getTableName());
	}

	private function count(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** Member::isShown() in SQL. */
	private function whereShown(IQueryBuilder $qb): void {
		$qb->where($qb->expr()->eq('status', $qb->createNamedParameter(Status::Published->value)))
			->andWhere($qb->expr()->orX(
				$qb->expr()->isNull('suspended'),
				$qb->expr()->eq('suspended', $qb->createNamedParameter(false, IQueryBuilder::PARAM_BOOL)),
			));
	}

	private function whereKept(IQueryBuilder $qb, string $uid, bool $unkept): void {
		$steward = $qb->expr()->eq('steward_uid', $qb->createNamedParameter($uid));
		$qb->where($qb->expr()->isNull('uid'))
			->andWhere($unkept ? $qb->expr()->orX($steward, $qb->expr()->isNull('steward_uid')) : $steward);
	}

	/** @return list<Member> */
	private function findPage(IQueryBuilder $qb, ?Cursor $after, int $limit): array {
		if ($after !== null) {
			$name = $qb->createNamedParameter($after->sortName);
			$id = $qb->createNamedParameter($after->id, IQueryBuilder::PARAM_INT);
			$qb->andWhere($qb->expr()->orX(
				$qb->expr()->gt('sort_name', $name),
				$qb->expr()->andX($qb->expr()->eq('sort_name', $name), $qb->expr()->gt('id', $id)),
			));
		}
		$qb->orderBy('sort_name')->addOrderBy('id')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	private function findOne(IQueryBuilder $qb): ?Member {
		try {
			return $this->findEntity($qb);
		} catch (DoesNotExistException) {
			return null;
		}
	}
}
