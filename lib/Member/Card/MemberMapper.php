<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use Generator;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\BulkMapper;
use OCA\Reseau\Shared\FindsOne;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Member>
 */
class MemberMapper extends VersionedMapper {
	use BulkMapper;
	/** @use FindsOne<Member> */
	use FindsOne;

	/** Columns of Person::ofRow(). */
	private const BRIEF = ['id', 'uid', 'steward_uid', 'kind', 'name', 'sort_name', 'status', 'suspended', 'showcased'];

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

	/**
	 * Cards that show a viewer their contact details and may match, by name, read one after the other: whether it is the address that matches is to be
	 * checked. They have only what identifies them, and their contact details.
	 *
	 * @param ?string $name a part of the folded name; null: not searched by name
	 * @param ?string $address a part of the address; null: not searched by address
	 * @param bool $whole these are the whole name and address
	 * @return Generator<int, Member>
	 */
	public function findWithAddress(Viewer $viewer, ?string $name, ?string $address, bool $whole): Generator {
		$qb = $this->db->getQueryBuilder();
		$qb->select(...array_map(static fn (string $column): string => "m.$column", [...self::BRIEF, 'contact', 'audience']))->from($this->getTableName(), 'm');
		$this->whereShown($qb);
		$like = fn (string $text) => $qb->createNamedParameter('%' . $this->db->escapeLikeParameter($text) . '%');
		$qb->andWhere(Visibility::sees($viewer, self::audienceInSql(Part::Contact), 'm.id'))
			->andWhere($qb->expr()->like('m.contact', $like('"email":')))
			->andWhere($qb->expr()->orX(
				...$name === null ? [] : [$whole ? $qb->expr()->eq('m.sort_name', $qb->createNamedParameter($name)) : $qb->expr()->like('m.sort_name', $like($name))],
				...$address === null ? [] : [$qb->expr()->iLike('m.contact', $like($whole ? "\"$address\"" : $address))],
			));
		$result = $qb->setParameter('viewer', $viewer->uid)->orderBy('m.sort_name')->addOrderBy('m.id')->executeQuery();
		try {
			while (($row = $result->fetch()) !== false) {
				yield Member::fromRow($row);
			}
		} finally {
			$result->closeCursor();
		}
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

	/** @return list<array<string, mixed>> the same, by id, of shown cards whose people chose to be in the public showcase */
	public function rowsShowcased(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select(...self::BRIEF)->from($this->getTableName());
		$this->whereShown($qb);
		$qb->andWhere($qb->expr()->eq('showcased', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))->orderBy('id');
		return $qb->executeQuery()->fetchAll();
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

	/** @return list<int> shown ones that joined from one day to another, the newest first */
	public function idsJoined(string $from, string $until, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName());
		$this->whereShown($qb);
		$qb->andWhere($qb->expr()->gte('joined', $qb->createNamedParameter($from)))
			->andWhere($qb->expr()->lte('joined', $qb->createNamedParameter($until)))
			->orderBy('joined', 'DESC')->addOrderBy('id', 'DESC')->setMaxResults($limit);
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'id'));
	}

	public function countAll(): int {
		$qb = $this->db->getQueryBuilder();
		return (int)$qb->select($qb->func()->count('id'))->from($this->getTableName())->executeQuery()->fetchOne();
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

	/**
	 * StillTrue::isDue() in SQL.
	 *
	 * @param int $cutoff cards confirmed at this moment or before are due (StillTrue::yearBefore())
	 */
	public static function due(int $cutoff): string {
		// Not a bare column, or SQLite would search by the status, which most cards have.
		return "(COALESCE(status, '') = '" . Status::Published->value . "' AND (suspended IS NULL OR suspended = false)"
			. " AND (edited_at IS NULL OR edited_at <= $cutoff) AND (confirmed_at IS NULL OR confirmed_at <= $cutoff)"
			. " AND (edited_at IS NOT NULL OR confirmed_at IS NOT NULL OR created_at <= $cutoff))";
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}

	private function whereNewest(IQueryBuilder $qb, ?int $without, int $limit): void {
		$this->whereShown($qb);
		if ($without !== null) {
			$qb->andWhere($qb->expr()->neq('id', $qb->createNamedParameter($without, IQueryBuilder::PARAM_INT)));
		}
		$qb->orderBy('joined', 'DESC')->addOrderBy('id', 'DESC')->setMaxResults($limit);
	}

	/** Member::audienceOf() of a part in SQL, as its rank. */
	private static function audienceInSql(Part $part): string {
		$ranks = array_map(static fn (Audience $audience): string => "WHEN m.audience LIKE '%\"$part->value\":\"$audience->value\"%' THEN {$audience->rank()}", Audience::cases());
		$kinds = array_map(static fn (CardKind $kind): string => "WHEN COALESCE(m.kind, '" . CardKind::Person->value . "') = '$kind->value' THEN {$part->defaultAudience($kind)->rank()}", CardKind::cases());
		return '(CASE ' . implode(' ', [...$ranks, ...$kinds]) . ' END)';
	}

	/** Member::isShown() in SQL. */
	private function whereShown(IQueryBuilder $qb): void {
		$qb->where($qb->expr()->eq('status', $qb->createNamedParameter(Status::Published->value)))
			->andWhere($qb->expr()->orX(
				$qb->expr()->isNull('suspended'),
				$qb->expr()->eq('suspended', $qb->createNamedParameter(false, IQueryBuilder::PARAM_BOOL)),
			));
	}

	/**
	 * @param list<string> $columns
	 * @param 'id'|'ref'|'uid' $column
	 * @param list<int>|list<string> $values
	 * @return list<array<string, mixed>> rows whose column has one of these values
	 */
	private function rowsAmong(array $columns, string $column, array $values): array {
		$rows = [];
		foreach (array_chunk($values, 1000) as $some) {
			$qb = $this->db->getQueryBuilder();
			$qb->select(...$columns)->from($this->getTableName())
				// Numbers are inlined: a server takes as long for hundreds of parameters as for the rows.
				->where($qb->expr()->in($column, $column === 'id' ? $qb->createFunction(implode(', ', $some)) : $qb->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY)));
			$result = $qb->executeQuery();
			array_push($rows, ...$result->fetchAll());
			$result->closeCursor();
		}
		return $rows;
	}
}
