<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Subscribers for the facilitators of the network: a list by name, in pages, and its counts.
 *
 * @template-extends QBMapper<Subscriber>
 */
class SubscriberListMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_subscribers', Subscriber::class);
	}

	/**
	 * Subscribers in a state that have a name or a card, by name.
	 *
	 * @param string $words part of the name, folded
	 * @param ?list<string|int> $after name and number of the last one
	 * @return list<Subscriber>
	 */
	public function find(string $state, string $words, ?array $after, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName());
		$this->whereListed($qb, $state);
		if ($words !== '') {
			$qb->andWhere($qb->expr()->like('sort_name', $qb->createNamedParameter('%' . $this->db->escapeLikeParameter($words) . '%')));
		}
		if ($after !== null) {
			[$name, $id] = [$qb->createNamedParameter((string)$after[0]), $qb->createNamedParameter((int)$after[1], IQueryBuilder::PARAM_INT)];
			$qb->andWhere($qb->expr()->orX($qb->expr()->gt('sort_name', $name), $qb->expr()->andX($qb->expr()->eq('sort_name', $name), $qb->expr()->gt('id', $id))));
		}
		$qb->orderBy('sort_name')->addOrderBy('id')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/** How many subscribers in a state have no kept card. */
	public function countWithoutCard(string $state): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName());
		$this->whereListed($qb, $state);
		return $this->number($qb->andWhere($qb->expr()->isNull('member_id')));
	}

	/** @return list<Subscriber> subscribers in a state that have a kept card */
	public function findOfCards(string $state): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName());
		$this->whereListed($qb, $state);
		return $this->findEntities($qb->andWhere($qb->expr()->isNotNull('member_id')));
	}

	/** How many addresses were asked if they want the letter, and have not answered. */
	public function countAsked(): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())
			->where($qb->expr()->isNull('state'))
			->andWhere($qb->expr()->isNotNull('address'));
		return $this->number($qb);
	}

	/** A subscriber of whom only a hash is left has no name, so there is nothing to list. */
	private function whereListed(IQueryBuilder $qb, string $state): void {
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter($state)))->andWhere($qb->expr()->isNotNull('sort_name'));
	}

	private function number(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}
}
