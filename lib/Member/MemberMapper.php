<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member;

use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Member>
 */
class MemberMapper extends VersionedMapper {
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

	/** @return list<Member> cards of this name, whatever its case and accents, whoever may see them */
	public function findBySortName(string $sortName): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('sort_name', $qb->createNamedParameter($sortName)));
		return $this->findEntities($qb->orderBy('id'));
	}

	/** @return array<int, array{email?: string, phone?: string, website?: string}> ways to reach people by id of the card, where there are any */
	public function contacts(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'contact')->from($this->getTableName())->where($qb->expr()->like('contact', $qb->createNamedParameter('%"email"%')));
		$result = $qb->executeQuery();
		$contacts = [];
		while (($row = $result->fetch()) !== false) {
			$contacts[(int)$row['id']] = json_decode((string)$row['contact'], true, 8, JSON_THROW_ON_ERROR);
		}
		$result->closeCursor();
		return $contacts;
	}

	/** @return list<Member> every card, for the export of the network */
	public function findAll(): array {
		$qb = $this->select();
		return $this->findEntities($qb->orderBy('id'));
	}

	/**
	 * @param list<int> $ids
	 * @return list<Member> in the order of the ids; those that are gone are left out
	 */
	public function findByIds(array $ids): array {
		if ($ids === []) {
			return [];
		}
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createFunction(implode(', ', $ids))));
		$found = [];
		foreach ($this->findEntities($qb) as $member) {
			$found[$member->ownerId()] = $member;
		}
		return array_values(array_filter(array_map(static fn (int $id): ?Member => $found[$id] ?? null, $ids)));
	}

	/** @return list<Member> who joined last among the published, without one */
	public function findNewest(?int $without, int $limit): array {
		$qb = $this->select();
		$this->whereShown($qb);
		if ($without !== null) {
			$qb->andWhere($qb->expr()->neq('id', $qb->createNamedParameter($without, IQueryBuilder::PARAM_INT)));
		}
		$qb->orderBy('joined', 'DESC')->addOrderBy('id', 'DESC')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	public function countAll(): int {
		return $this->count($this->counting());
	}

	/** @return list<int> ids of cards, in their order */
	public function idsAfter(int $id, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->gt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->orderBy('id')
			->setMaxResults($limit);
		$result = $qb->executeQuery();
		$ids = [];
		while (($row = $result->fetch()) !== false) {
			$ids[] = (int)$row['id'];
		}
		$result->closeCursor();
		return $ids;
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

	/** The kept drafts to which their person has not agreed. */
	public function countKeptWithoutConsent(string $uid, bool $unkept): int {
		$qb = $this->counting();
		$agreed = $this->db->getQueryBuilder();
		$agreed->select('member_id')->from('reseau_consents')->where($qb->expr()->eq('what', $qb->createNamedParameter(Consent::CARD)));
		$this->whereKept($qb, $uid, $unkept);
		$qb->andWhere($qb->expr()->eq('status', $qb->createNamedParameter(Status::Draft->value)))
			->andWhere($qb->expr()->notIn('id', $qb->createFunction($agreed->getSQL())));
		return $this->count($qb);
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
			$name = $qb->createNamedParameter($after->key[0]);
			$id = $qb->createNamedParameter($after->key[1], IQueryBuilder::PARAM_INT);
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
