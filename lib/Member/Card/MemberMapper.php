<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Shared\BulkMapper;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Member>
 */
class MemberMapper extends VersionedMapper {
	use BulkMapper;

	/** Columns of Person::ofRow(). */
	private const BRIEF = ['id', 'uid', 'steward_uid', 'name', 'sort_name', 'status', 'suspended'];

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

	/**
	 * @param list<string> $refs
	 * @return list<Member>
	 */
	public function findByRefs(array $refs): array {
		return array_map(Member::fromRow(...), $this->rowsAmong(['*'], 'ref', $refs));
	}

	/** @return list<Member> cards with this name, ignoring case, accents and audience */
	public function findBySortName(string $sortName): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('sort_name', $qb->createNamedParameter($sortName)));
		return $this->findEntities($qb->orderBy('id'));
	}

	/** @return array<int, array{email?: string, phone?: string, website?: string}> contact details by id of the card, if any */
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
	 * @return list<Member> in the order of the ids, without missing ones
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

	/**
	 * The same with only identity and visibility: for lists much longer than what is shown of them.
	 *
	 * @param list<int> $ids
	 * @return list<Member> in no order
	 */
	public function findBriefly(array $ids): array {
		return array_map(Member::fromRow(...), $this->rowsBriefly($ids));
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, mixed>> the same as raw rows, for Person::ofRow()
	 */
	public function rowsBriefly(array $ids): array {
		return $this->rowsAmong(self::BRIEF, 'id', $ids);
	}

	/**
	 * @param list<string> $uids
	 * @return list<array<string, mixed>> the same by account
	 */
	public function rowsOfUids(array $uids): array {
		return $this->rowsAmong(self::BRIEF, 'uid', $uids);
	}

	/**
	 * @param list<string> $uids
	 * @return list<Member>
	 */
	public function findByUids(array $uids): array {
		return array_map(Member::fromRow(...), $this->rowsAmong(['*'], 'uid', $uids));
	}

	/** @return list<Member> the newest published cards, without the given one */
	public function findNewest(?int $without, int $limit): array {
		$qb = $this->select();
		$this->whereNewest($qb, $without, $limit);
		return $this->findEntities($qb);
	}

	/** @return list<string> whose these are, without loading them; empty: of a person without an account */
	public function newestUids(?int $without, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('uid')->from($this->getTableName());
		$this->whereNewest($qb, $without, $limit);
		return array_map(strval(...), array_column($qb->executeQuery()->fetchAll(), 'uid'));
	}

	public function countAll(): int {
		return $this->count($this->counting());
	}

	/** @return list<int> ids of cards, in order */
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
	 * @param bool $unkept also the cards without a keeper of their own
	 * @param int $cutoff see due()
	 * @param ?Cursor $after whether the last one was not due (0 or 1), its name and id
	 * @param ?KeptState $state null: of any
	 * @param int $now seconds since 1970
	 * @return list<Member> cards of people without an account kept by a person, due ones first, then by name, after the cursor
	 */
	public function findKept(string $uid, bool $unkept, int $cutoff, ?Cursor $after, int $limit, ?KeptState $state, int $now): array {
		$qb = $this->select();
		$this->whereKeptState($qb, $uid, $unkept, $state, $now);
		$rank = $qb->createFunction('CASE WHEN ' . self::due($cutoff) . ' THEN 0 ELSE 1 END');
		if ($after !== null) {
			$last = $qb->createNamedParameter($after->key[0], IQueryBuilder::PARAM_INT);
			$name = $qb->createNamedParameter($after->key[1]);
			$id = $qb->createNamedParameter($after->key[2], IQueryBuilder::PARAM_INT);
			$qb->andWhere($qb->expr()->orX(
				$qb->expr()->gt($rank, $last),
				$qb->expr()->andX($qb->expr()->eq($rank, $last), $qb->expr()->gt('sort_name', $name)),
				$qb->expr()->andX($qb->expr()->eq($rank, $last), $qb->expr()->eq('sort_name', $name), $qb->expr()->gt('id', $id)),
			));
		}
		$qb->orderBy($rank)->addOrderBy('sort_name')->addOrderBy('id')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/**
	 * @param ?KeptState $state null: of any
	 * @param int $now seconds since 1970
	 */
	public function countKept(string $uid, bool $unkept, ?KeptState $state = null, int $now = 0): int {
		$qb = $this->counting();
		$this->whereKeptState($qb, $uid, $unkept, $state, $now);
		return $this->count($qb);
	}

	/** How many of the kept cards are due; by two statements that read an index alone, as facilitators may keep most of a network. */
	public function countKeptDue(string $uid, bool $unkept, int $cutoff): int {
		$count = 0;
		foreach ($unkept ? [$uid, null] : [$uid] as $steward) {
			$qb = $this->counting();
			$qb->where("COALESCE(uid, '') = ''")
				->andWhere($steward === null ? $qb->expr()->isNull('steward_uid') : $qb->expr()->eq('steward_uid', $qb->createNamedParameter($steward)))
				->andWhere($qb->expr()->eq('status', $qb->createNamedParameter(Status::Published->value)))
				->andWhere(self::due($cutoff));
			$count += $this->count($qb);
		}
		return $count;
	}

	/** @return list<Member> due cards of people with an account, in the order of their ids */
	public function findDueOwn(int $cutoff, int $afterId, int $limit): array {
		$qb = $this->select();
		$qb->where($qb->expr()->isNotNull('uid'))
			->andWhere(self::due($cutoff))
			->andWhere($qb->expr()->gt('id', $qb->createNamedParameter($afterId, IQueryBuilder::PARAM_INT)))
			->orderBy('id')
			->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/** @return list<Member> cards of people with an account, by number */
	public function findWithAccounts(int $afterId, int $limit): array {
		$qb = $this->select();
		$qb->where($qb->expr()->isNotNull('uid'))
			->andWhere($qb->expr()->gt('id', $qb->createNamedParameter($afterId, IQueryBuilder::PARAM_INT)))
			->orderBy('id')
			->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/** @return list<?string> keepers of due cards of people without an account; null: the facilitators together */
	public function stewardsOfDue(int $cutoff): array {
		$qb = $this->db->getQueryBuilder();
		$qb->selectDistinct('steward_uid')->from($this->getTableName())
			->where($qb->expr()->isNull('uid'))
			->andWhere(self::due($cutoff))
			->orderBy('steward_uid');
		$result = $qb->executeQuery();
		$stewards = [];
		while (($row = $result->fetch()) !== false) {
			$stewards[] = $row['steward_uid'] === null ? null : (string)$row['steward_uid'];
		}
		$result->closeCursor();
		return $stewards;
	}

	/** @return list<Member> due cards kept by this account, or without a keeper of their own */
	public function findDueOf(?string $stewardUid, int $cutoff): array {
		$qb = $this->select();
		$qb->where($qb->expr()->isNull('uid'))
			->andWhere($stewardUid === null
				? $qb->expr()->isNull('steward_uid')
				: $qb->expr()->eq('steward_uid', $qb->createNamedParameter($stewardUid)))
			->andWhere(self::due($cutoff))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/**
	 * Records when keepers were asked or reminded, without changing their cards.
	 *
	 * @param list<int> $ids
	 * @param 'asked_at'|'reminded_at' $column
	 * @param ?int $time null: they were not, after all
	 */
	public function writeTold(array $ids, string $column, ?int $time): void {
		foreach (array_chunk($ids, 500) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->update($this->getTableName())
				->set($column, $qb->createNamedParameter($time, $time === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT))
				->where($qb->expr()->in('id', $qb->createFunction(implode(', ', $some))));
			$qb->executeStatement();
		}
	}

	/** A person confirms that a card is still true: the card and its version stay unchanged. */
	public function confirm(int $id, int $time): void {
		$qb = $this->db->getQueryBuilder();
		$now = $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT);
		$qb->update($this->getTableName())
			->set('confirmed_at', $now)
			->set('edited_at', $now)
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** The kept drafts whose person has not consented. */
	public function countKeptWithoutConsent(string $uid, bool $unkept): int {
		$qb = $this->counting();
		$this->whereWithoutConsent($qb, $uid, $unkept);
		return $this->count($qb);
	}

	/**
	 * Of these, those with a mail address whose person was not asked, or whose question has expired.
	 *
	 * @param int $now seconds since 1970
	 * @return list<Member> by name
	 */
	public function findUnasked(string $uid, bool $unkept, int $now, int $limit): array {
		$qb = $this->select();
		$this->whereUnasked($qb, $uid, $unkept, $now);
		$qb->orderBy('sort_name')->addOrderBy('id')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	public function countUnasked(string $uid, bool $unkept, int $now): int {
		$qb = $this->counting();
		$this->whereUnasked($qb, $uid, $unkept, $now);
		return $this->count($qb);
	}

	/** Passes the cards kept by a deleted account to the facilitators together. */
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

	private function whereNewest(IQueryBuilder $qb, ?int $without, int $limit): void {
		$this->whereShown($qb);
		if ($without !== null) {
			$qb->andWhere($qb->expr()->neq('id', $qb->createNamedParameter($without, IQueryBuilder::PARAM_INT)));
		}
		$qb->orderBy('joined', 'DESC')->addOrderBy('id', 'DESC')->setMaxResults($limit);
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
		// Not a bare column, or SQLite would search by the missing account, which most members may lack.
		$qb->where("COALESCE(uid, '') = ''")
			->andWhere($unkept ? $qb->expr()->orX($steward, $qb->expr()->isNull('steward_uid')) : $steward);
	}

	/**
	 * StillTrue::isDue() in SQL.
	 *
	 * @param int $cutoff cards confirmed at this moment or before are due (StillTrue::yearBefore())
	 */
	private static function due(int $cutoff): string {
		// Not a bare column, or SQLite would search by the status, which most cards have.
		return "(COALESCE(status, '') = '" . Status::Published->value . "' AND (suspended IS NULL OR suspended = false)"
			. " AND (edited_at IS NULL OR edited_at <= $cutoff) AND (confirmed_at IS NULL OR confirmed_at <= $cutoff)"
			. " AND (edited_at IS NOT NULL OR confirmed_at IS NOT NULL OR created_at <= $cutoff))";
	}

	private function whereKeptState(IQueryBuilder $qb, string $uid, bool $unkept, ?KeptState $state, int $now): void {
		if ($state === KeptState::Unasked || $state === KeptState::Asked) {
			$this->whereWithoutConsent($qb, $uid, $unkept);
			$asked = $qb->createFunction($this->asked($qb, $now));
			$qb->andWhere($state === KeptState::Asked ? $qb->expr()->in('id', $asked) : $qb->expr()->notIn('id', $asked));
			return;
		}
		$this->whereKept($qb, $uid, $unkept);
		if ($state === KeptState::Agreed) {
			$qb->andWhere($qb->expr()->neq('status', $qb->createNamedParameter(Status::Withdrawn->value)))
				->andWhere($qb->expr()->in('id', $qb->createFunction($this->agreed($qb))));
		}
	}

	/** Ids of the cards whose person agreed, in SQL. */
	private function agreed(IQueryBuilder $qb): string {
		$agreed = $this->db->getQueryBuilder();
		$agreed->select('member_id')->from('reseau_consents')->where($qb->expr()->eq('what', $qb->createNamedParameter(Consent::CARD)));
		return $agreed->getSQL();
	}

	/** Ids of the cards whose person was asked and can still answer, in SQL. */
	private function asked(IQueryBuilder $qb, int $now): string {
		$asked = $this->db->getQueryBuilder();
		$asked->select('member_id')->from('reseau_invitations')
			->where($qb->expr()->gte('expires_at', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT)));
		return $asked->getSQL();
	}

	private function whereWithoutConsent(IQueryBuilder $qb, string $uid, bool $unkept): void {
		$this->whereKept($qb, $uid, $unkept);
		$qb->andWhere($qb->expr()->eq('status', $qb->createNamedParameter(Status::Draft->value)))
			->andWhere($qb->expr()->notIn('id', $qb->createFunction($this->agreed($qb))));
	}

	private function whereUnasked(IQueryBuilder $qb, string $uid, bool $unkept, int $now): void {
		$this->whereWithoutConsent($qb, $uid, $unkept);
		// As Member::writeContactDetails() writes it; within a value the quotes would be escaped.
		$qb->andWhere($qb->expr()->like('contact', $qb->createNamedParameter('%"email":%')))
			->andWhere($qb->expr()->notIn('id', $qb->createFunction($this->asked($qb, $now))));
	}

	/**
	 * @param list<string> $columns
	 * @param 'id'|'ref'|'uid' $column
	 * @param list<int>|list<string> $values
	 * @return list<array<string, mixed>> rows whose column has one of these values
	 */
	private function rowsAmong(array $columns, string $column, array $values): array {
		$rows = [];
		foreach (array_chunk($values, 500) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->select(...$columns)->from($this->getTableName())
				->where($qb->expr()->in($column, $qb->createNamedParameter($some, $column === 'id' ? IQueryBuilder::PARAM_INT_ARRAY : IQueryBuilder::PARAM_STR_ARRAY)));
			$result = $qb->executeQuery();
			array_push($rows, ...$result->fetchAll());
			$result->closeCursor();
		}
		return $rows;
	}

	private function findOne(IQueryBuilder $qb): ?Member {
		try {
			return $this->findEntity($qb);
		} catch (DoesNotExistException) {
			return null;
		}
	}
}
