<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Conversation>
 */
class ConversationMapper extends VersionedMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_conversations', Conversation::class);
	}

	public function find(int $id): ?Conversation {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return list<Conversation> by id
	 */
	public function findByIds(array $ids): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)))->orderBy('id');
		return $ids === [] ? [] : $this->findEntities($qb);
	}

	/**
	 * @param ?int $before number of the last message of the previous page
	 * @return list<Conversation> of the viewer, and of people whose cards they keep; the last ones first. Of conversations that end with the same message of theirs
	 *                            to many, only the last one
	 */
	public function findOf(Viewer $viewer, ?int $before, int $limit): array {
		$qb = $this->listed($before, $limit);
		$qb->andWhere($this->owned($qb, $viewer))
			->andWhere('NOT EXISTS (SELECT 1 FROM `*PREFIX*reseau_messages` m'
				. ' INNER JOIN `*PREFIX*reseau_parties` own ON own.conversation_id = m.conversation_id AND own.side = m.side'
				. ' INNER JOIN `*PREFIX*reseau_messages` n ON n.bulk_key = m.bulk_key AND n.id > m.id'
				. ' INNER JOIN `*PREFIX*reseau_conversations` later ON later.id = n.conversation_id AND later.last_id = n.id'
				. ' WHERE m.id = c.last_id AND ' . Visibility::ownedBy($viewer, 'own') . ')');
		return $this->findEntities($qb);
	}

	/** @return list<Conversation> of the viewer that end with one of these messages, in their order */
	public function findOfBulk(Viewer $viewer, string $bulkKey): array {
		$qb = $this->select();
		$qb->where($this->owned($qb, $viewer))
			->andWhere($qb->expr()->in('c.last_id', $qb->createFunction('SELECT m.id FROM `*PREFIX*reseau_messages` m WHERE m.bulk_key = ' . $qb->createNamedParameter($bulkKey))))
			->orderBy('c.last_id');
		return $this->findEntities($qb);
	}

	/** @return list<Conversation> that were reported, the last ones first */
	public function findReported(?int $before, int $limit): array {
		$qb = $this->listed($before, $limit);
		$qb->andWhere($qb->expr()->isNotNull('reported_by'));
		return $this->findEntities($qb);
	}

	/** @return list<Conversation> of one person with others, the last one first */
	public function findBetween(int $one, int ...$others): array {
		$with = static fn (int ...$ids): string => 'SELECT p.conversation_id FROM `*PREFIX*reseau_parties` p WHERE p.member_id IN (' . implode(', ', $ids) . ')';
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createFunction($with($one))))
			->andWhere($qb->expr()->in('id', $qb->createFunction($with(...$others))))
			->orderBy('last_id', 'DESC');
		return $others === [] ? [] : $this->findEntities($qb);
	}

	/**
	 * @param list<int> $ids
	 * @return list<int> those that conversations are about, which are not stopped
	 */
	public function topics(string $type, array $ids): array {
		$qb = $this->db->getQueryBuilder();
		$qb->selectDistinct('about_id')->from($this->getTableName())
			->where($qb->expr()->eq('about_type', $qb->createNamedParameter($type)))
			->andWhere($qb->expr()->in('about_id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->neq('state', $qb->createNamedParameter(Conversation::STOPPED)));
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'about_id'));
	}

	public function countReported(): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())->where($qb->expr()->isNotNull('reported_by'));
		return $this->number($qb);
	}

	/** How many conversations have something this viewer has not seen; without muted ones. */
	public function countUnread(Viewer $viewer): int {
		$qb = $this->unread($viewer);
		return $this->number($qb->select($qb->func()->count('*')));
	}

	/** @return list<Conversation> the last ones first */
	public function findUnread(Viewer $viewer, int $limit): array {
		return $this->findEntities($this->unread($viewer)->select('c.*')->orderBy('c.last_id', 'DESC')->setMaxResults($limit));
	}

	private function owned(IQueryBuilder $qb, Viewer $viewer): string {
		$qb->setParameter('viewer', $viewer->uid);
		return 'c.id IN (SELECT p.conversation_id FROM `*PREFIX*reseau_parties` p WHERE ' . Visibility::ownedBy($viewer, 'p') . ')';
	}

	private function unread(Viewer $viewer): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->from($this->getTableName(), 'c')
			->innerJoin('c', 'reseau_parties', 'p', $qb->expr()->eq('p.conversation_id', 'c.id'))
			->where($qb->expr()->lt('p.read_id', 'c.last_id'))
			->andWhere($qb->expr()->orX($qb->expr()->isNull('p.muted'), $qb->expr()->eq('p.muted', $qb->createNamedParameter(false, IQueryBuilder::PARAM_BOOL))))
			->andWhere(Visibility::ownedBy($viewer, 'p'))
			->setParameter('viewer', $viewer->uid);
	}

	private function number(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** The two cards were merged. */
	public function moveMember(int $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('about_id', $qb->createNamedParameter($into, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('about_type', $qb->createNamedParameter(Conversation::MEMBER)))
			->andWhere($qb->expr()->eq('about_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function listed(?int $before, int $limit): IQueryBuilder {
		$qb = $this->select();
		$qb->where($qb->expr()->lt('last_id', $qb->createNamedParameter($before ?? PHP_INT_MAX, IQueryBuilder::PARAM_INT)))
			->orderBy('last_id', 'DESC')->setMaxResults($limit);
		return $qb;
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName(), 'c');
		return $qb;
	}
}
