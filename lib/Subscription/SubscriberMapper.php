<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use LogicException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Subscriber>
 */
class SubscriberMapper extends QBMapper {
	private const AT_ONCE = 500;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_subscribers', Subscriber::class);
	}

	public function findById(int $id): ?Subscriber {
		return $this->findBy('id', $id);
	}

	/**
	 * @param list<int> $ids
	 * @return list<Subscriber> by number
	 */
	public function findByIds(array $ids): array {
		$found = [];
		foreach (array_chunk($ids, self::AT_ONCE) as $some) {
			$qb = $this->select();
			$qb->where($qb->expr()->in('id', $qb->createNamedParameter($some, IQueryBuilder::PARAM_INT_ARRAY)))->orderBy('id');
			array_push($found, ...$this->findEntities($qb));
		}
		return $found;
	}

	public function findByUid(string $uid): ?Subscriber {
		return $this->findBy('uid', $uid);
	}

	public function findByCard(int $memberId): ?Subscriber {
		return $this->findBy('member_id', $memberId);
	}

	public function findByAddress(string $hash): ?Subscriber {
		return $this->findBy('address_key', $hash);
	}

	public function findByToken(string $hash): ?Subscriber {
		return $this->findBy('token_hash', $hash);
	}

	/** The row of an account, a card or an address; made if it does not exist. */
	public function of(string $column, string|int $value): Subscriber {
		$found = $this->findBy($column, $value);
		if ($found === null) {
			$this->db->insertIgnoreConflict($this->getTableName(), [$column => $value]);
			$found = $this->findBy($column, $value);
		}
		return $found ?? throw new LogicException('A row that was just stored is there');
	}

	/**
	 * @param bool $letter only people who get the letter; otherwise members
	 * @return list<Subscriber> with a greater number, by number
	 */
	public function findAfter(int $id, int $limit, bool $letter): array {
		$qb = $this->select();
		$qb->where($qb->expr()->gt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($letter
				? $qb->expr()->eq('state', $qb->createNamedParameter(Subscriber::ON))
				: $qb->expr()->orX($qb->expr()->isNotNull('uid'), $qb->expr()->isNotNull('member_id')))
			->orderBy('id')
			->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/** @return list<Subscriber> with a greater number who decided something, by number */
	public function findDecided(int $id, int $limit): array {
		$qb = $this->select();
		$qb->where($qb->expr()->gt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNotNull('state'))
			->orderBy('id')
			->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/**
	 * @param bool $left only people who left
	 * @return list<Subscriber> with a greater number who decided something and have an account or a card, where their address may change, by number
	 */
	public function findMovable(int $id, int $limit, bool $left): array {
		$qb = $this->select();
		$qb->where($qb->expr()->gt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($left ? $qb->expr()->eq('state', $qb->createNamedParameter(Subscriber::OFF)) : $qb->expr()->isNotNull('state'))
			->andWhere($qb->expr()->isNull('address_key'))
			->orderBy('id')
			->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/**
	 * @param list<string> $hashes
	 * @return array<string, list<Subscriber>> by hash, by number
	 */
	public function findAtAddresses(array $hashes): array {
		$found = [];
		foreach (array_chunk(array_values(array_unique($hashes)), self::AT_ONCE) as $some) {
			$qb = $this->select();
			$qb->where($qb->expr()->in('address_hash', $qb->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY)))->orderBy('id');
			foreach ($this->findEntities($qb) as $one) {
				$found[(string)$one->getAddressHash()][] = $one;
			}
		}
		return $found;
	}

	/**
	 * Makes the rows of people who have none.
	 *
	 * @param 'uid'|'member_id' $column
	 * @param list<string|int> $values some hundred at most
	 */
	public function make(string $column, array $values): void {
		if ($values === []) {
			return;
		}
		$qb = $this->db->getQueryBuilder();
		$type = $column === 'uid' ? IQueryBuilder::PARAM_STR_ARRAY : IQueryBuilder::PARAM_INT_ARRAY;
		$qb->select($column)->from($this->getTableName())->where($qb->expr()->in($column, $qb->createNamedParameter($values, $type)));
		$there = array_column($qb->executeQuery()->fetchAll(), $column, $column);
		foreach ($values as $value) {
			if (!isset($there[$value])) {
				$this->db->insertIgnoreConflict($this->getTableName(), [$column => $value]);
			}
		}
	}

	/** Gives a link to a person who has none yet; of two at the same moment, the first one stays. */
	public function link(int $id, string $hash, string $encrypted, ?string $instead): bool {
		$qb = $this->updating($id);
		$qb->set('token_hash', $qb->createNamedParameter($hash))->set('token', $qb->createNamedParameter($encrypted))
			->andWhere($instead === null ? $qb->expr()->isNull('token_hash') : $qb->expr()->eq('token_hash', $qb->createNamedParameter($instead)));
		return $qb->executeStatement() > 0;
	}

	/** @param list<int> $ids some hundred at most */
	public function forgetRefusals(array $ids): void {
		if ($ids === []) {
			return;
		}
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('refused_hash', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->isNotNull('refused_hash'));
		$qb->executeStatement();
	}

	/** @return list<Subscriber> with a card, whose address was refused */
	public function findRefused(): array {
		$qb = $this->select();
		$qb->where($qb->expr()->isNotNull('refused_hash'))->andWhere($qb->expr()->isNotNull('member_id'))->orderBy('member_id');
		return $this->findEntities($qb);
	}

	private function number(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** How many addresses were mailed because a person typed them, in a period. */
	public function countMailed(int $after, int $until): int {
		return array_sum(array_map(function (string $column) use ($after, $until): int {
			$qb = $this->db->getQueryBuilder();
			$qb->select($qb->func()->count('*'))->from($this->getTableName())
				->where($qb->expr()->gt($column, $qb->createNamedParameter($after, IQueryBuilder::PARAM_INT)))
				->andWhere($qb->expr()->lte($column, $qb->createNamedParameter($until, IQueryBuilder::PARAM_INT)));
			return $this->number($qb);
		}, ['mailed_at', 'page_mailed_at']));
	}

	/**
	 * @param AskedMails::LETTER|AskedMails::PAGE $sort
	 * @return bool false if another request has counted one since the row was read
	 */
	public function noteMail(Subscriber $row, string $sort, int $now, int $count): bool {
		[$at, $mails, $last] = $sort === AskedMails::LETTER ? ['mailed_at', 'mails', $row->getMailedAt()] : ['page_mailed_at', 'page_mails', $row->getPageMailedAt()];
		$qb = $this->updating($row->id());
		$this->setAll($qb, [$at => $now, $mails => $count]);
		$qb->andWhere($last === null ? $qb->expr()->isNull($at) : $qb->expr()->eq($at, $qb->createNamedParameter($last, IQueryBuilder::PARAM_INT)));
		return $qb->executeStatement() > 0;
	}

	/** Deletes people who did not answer the question and never decided anything. */
	public function forgetUnanswered(int $now): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->lt('asked_until', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNotNull('address_key'))
			->andWhere($qb->expr()->isNull('state'));
		$qb->executeStatement();
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())->set('asked_until', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->lt('asked_until', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** @return list<int> with a greater number, of people who left that long ago and gave nothing but an address, which is still stored */
	public function findForgettable(int $id, int $leftBefore, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())->where($qb->expr()->gt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$this->andForgettable($qb, $leftBefore);
		$result = $qb->orderBy('id')->setMaxResults($limit)->executeQuery();
		$ids = array_map(intval(...), array_column($result->fetchAll(), 'id'));
		$result->closeCursor();
		return $ids;
	}

	/**
	 * Keeps only the hash of the address.
	 *
	 * @return bool false if they have come back, or asked to, in the meantime
	 */
	public function forgetAddress(int $id, int $leftBefore): bool {
		$qb = $this->updating($id);
		$this->setAll($qb, ['address' => null, 'name' => null, 'sort_name' => null, 'manner' => null, 'token' => null, 'token_hash' => null]);
		$this->andForgettable($qb, $leftBefore);
		return $qb->executeStatement() > 0;
	}

	private function andForgettable(IQueryBuilder $qb, int $leftBefore): void {
		$qb->andWhere($qb->expr()->isNotNull('address_key'))
			->andWhere($qb->expr()->isNull('asked_until'))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Subscriber::OFF)))
			->andWhere($qb->expr()->lt('said_at', $qb->createNamedParameter($leftBefore, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNotNull('address'));
	}

	/** Keeps only the hash of the address of a person who left; unchanged if another person with that address has decided something since. */
	public function leftBehind(string $hash, string $day, int $time): void {
		$left = ['address_hash' => $hash, 'state' => Subscriber::OFF, 'said_on' => $day, 'said_at' => $time];
		if ($this->db->insertIgnoreConflict($this->getTableName(), ['address_key' => $hash] + $left) > 0) {
			return;
		}
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName());
		$this->setAll($qb, $left + ['asked_until' => null]);
		$qb->where($qb->expr()->eq('address_key', $qb->createNamedParameter($hash)))->andWhere($qb->expr()->isNull('state'));
		$qb->executeStatement();
	}

	/** @param array<string, string|int|null> $values by column */
	public function write(int $id, array $values): void {
		$qb = $this->updating($id);
		$this->setAll($qb, $values);
		$qb->executeStatement();
	}

	/**
	 * Stores a decision about the letter.
	 *
	 * @param array<string, string|int|null> $values by column
	 * @param bool $onlyNew only if they never decided anything
	 * @param ?int $after an equal decision of this time or before is stored again, because another person with the same address decided otherwise at that time
	 * @return bool false if nothing was written: they had decided the same, or a yes of an earlier day meets a no of this moment
	 */
	public function decide(int $id, string $state, array $values, bool $onlyNew = false, ?int $after = null): bool {
		$qb = $this->updating($id);
		$this->setAll($qb, ['state' => $state] + $values);
		$new = [$qb->expr()->isNull('state')];
		if (!$onlyNew) {
			$other = $qb->expr()->neq('state', $qb->createNamedParameter($state));
			if ($state === Subscriber::ON && ($values['why'] ?? null) !== Why::Paper->value) {
				$other = $qb->expr()->orX($other, $qb->expr()->eq('why', $qb->createNamedParameter(Why::Paper->value)));
			}
			$new[] = $state === Subscriber::OFF ? $other : $qb->expr()->andX($other, $qb->expr()->lte('said_on', $qb->createNamedParameter((string)$values['said_on'])));
		}
		if ($after !== null) {
			$new[] = $qb->expr()->lte('said_at', $qb->createNamedParameter($after, IQueryBuilder::PARAM_INT));
		}
		$qb->andWhere($qb->expr()->orX(...$new));
		return $qb->executeStatement() > 0;
	}

	/** @param array<string, string|int|null> $values */
	private function setAll(IQueryBuilder $qb, array $values): void {
		foreach ($values as $column => $value) {
			$type = match (true) {
				$value === null => IQueryBuilder::PARAM_NULL,
				is_int($value) => IQueryBuilder::PARAM_INT,
				default => IQueryBuilder::PARAM_STR,
			};
			$qb->set($column, $qb->createNamedParameter($value, $type));
		}
	}

	private function updating(int $id): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->update($this->getTableName())->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
	}

	private function findBy(string $column, string|int $value): ?Subscriber {
		$qb = $this->select();
		$qb->where($qb->expr()->eq($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR)));
		return $this->findEntities($qb)[0] ?? null;
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}
}
