<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Shared\Cursor;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Cards of people without an account, by who keeps them and by what they wait for. MemberMapper writes cards and reads any.
 *
 * @template-extends QBMapper<Member>
 */
class KeptMapper extends QBMapper {
	/** An address among ways to be reached, as Member::writeContactDetails() writes it; within a value the quotes would be escaped. */
	private const ADDRESS = '%"email":%';

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_members', Member::class);
	}

	/**
	 * @param bool $unkept also the cards without a keeper of their own
	 * @param int $cutoff see MemberMapper::due()
	 * @param ?Cursor $after whether the last one was not due (0 or 1), its name and id
	 * @param ?KeptState $state null: of any
	 * @param int $now seconds since 1970
	 * @return list<Member> cards of people without an account kept by a person, due ones first, then by name, after the cursor
	 */
	public function find(string $uid, bool $unkept, int $cutoff, ?Cursor $after, int $limit, ?KeptState $state, int $now): array {
		$qb = $this->select();
		$this->whereState($qb, $uid, $unkept, $state, $now);
		$rank = $qb->createFunction('CASE WHEN ' . MemberMapper::due($cutoff) . ' THEN 0 ELSE 1 END');
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
	public function count(string $uid, bool $unkept, ?KeptState $state = null, int $now = 0): int {
		$qb = $this->counting();
		$this->whereState($qb, $uid, $unkept, $state, $now);
		return self::counted($qb);
	}

	/** How many of the kept cards are due; by two statements that read an index alone, as facilitators may keep most of a network. */
	public function countDue(string $uid, bool $unkept, int $cutoff): int {
		$count = 0;
		foreach ($unkept ? [$uid, null] : [$uid] as $steward) {
			$qb = $this->counting();
			$qb->where("COALESCE(uid, '') = ''")
				->andWhere($steward === null ? $qb->expr()->isNull('steward_uid') : $qb->expr()->eq('steward_uid', $qb->createNamedParameter($steward)))
				->andWhere($qb->expr()->eq('status', $qb->createNamedParameter(Status::Published->value)))
				->andWhere(MemberMapper::due($cutoff));
			$count += self::counted($qb);
		}
		return $count;
	}

	/** @return list<?string> keepers of due cards of people without an account; null: the facilitators together */
	public function stewardsOfDue(int $cutoff): array {
		$qb = $this->db->getQueryBuilder();
		$qb->selectDistinct('steward_uid')->from($this->getTableName())
			->where($qb->expr()->isNull('uid'))
			->andWhere(MemberMapper::due($cutoff))
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
			->andWhere(MemberMapper::due($cutoff))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	/** The kept drafts whose person has not consented. */
	public function countWithoutConsent(string $uid, bool $unkept): int {
		$qb = $this->counting();
		$this->whereWithoutConsent($qb, $uid, $unkept);
		return self::counted($qb);
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
		return self::counted($qb);
	}

	/**
	 * @param bool $unkept also the cards without a keeper of their own
	 * @param list<int> $refused ids of cards whose address does not work
	 * @param ?list<string|int> $after name and number of the last one
	 * @return list<Member> cards of people who agreed and have no address that works, by name
	 */
	public function findWithoutMail(string $uid, bool $unkept, array $refused, ?array $after, int $limit): array {
		$qb = $this->select();
		$this->whereKept($qb, $uid, $unkept);
		$qb->andWhere($qb->expr()->isNull('kind'));
		$none = $qb->expr()->orX($qb->expr()->isNull('contact'), $qb->expr()->notLike('contact', $qb->createNamedParameter(self::ADDRESS)));
		$qb->andWhere($qb->expr()->in('status', $qb->createNamedParameter([Status::Published->value, Status::Paused->value], IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($refused === [] ? $none : $qb->expr()->orX($none, $qb->expr()->in('id', $qb->createFunction(implode(', ', $refused)))));
		if ($after !== null) {
			[$name, $id] = [$qb->createNamedParameter((string)$after[0]), $qb->createNamedParameter((int)$after[1], IQueryBuilder::PARAM_INT)];
			$qb->andWhere($qb->expr()->orX($qb->expr()->gt('sort_name', $name), $qb->expr()->andX($qb->expr()->eq('sort_name', $name), $qb->expr()->gt('id', $id))));
		}
		$qb->orderBy('sort_name')->addOrderBy('id')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/** @return list<Member> cards of people without an account with this mail address, in whatever case, by number */
	public function findAt(string $address): array {
		$qb = $this->select();
		// As it is written in JSON.
		$written = json_encode($address, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
		$qb->where($qb->expr()->isNull('uid'))
			->andWhere($qb->expr()->isNull('kind'))
			->andWhere($qb->expr()->iLike('contact', $qb->createNamedParameter('%' . $this->db->escapeLikeParameter($written) . '%')))
			->orderBy('id');
		return array_values(array_filter(
			$this->findEntities($qb),
			static fn (Member $member): bool => mb_strtolower($member->contactDetails()['email'] ?? '') === mb_strtolower($address),
		));
	}

	/** Passes the cards kept by an account that is deleted or disabled to the facilitators together. */
	public function release(string $uid): void {
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

	private static function counted(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	private function whereKept(IQueryBuilder $qb, string $uid, bool $unkept): void {
		$steward = $qb->expr()->eq('steward_uid', $qb->createNamedParameter($uid));
		// Not a bare column, or SQLite would search by the missing account, which most members may lack.
		$qb->where("COALESCE(uid, '') = ''")
			->andWhere($unkept ? $qb->expr()->orX($steward, $qb->expr()->isNull('steward_uid')) : $steward);
	}

	private function whereState(IQueryBuilder $qb, string $uid, bool $unkept, ?KeptState $state, int $now): void {
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
		$qb->andWhere($qb->expr()->isNull('kind'))
			->andWhere($qb->expr()->like('contact', $qb->createNamedParameter(self::ADDRESS)))
			->andWhere($qb->expr()->notIn('id', $qb->createFunction($this->asked($qb, $now))));
	}
}
