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
	 * @return list<Conversation> of the viewer, and of people whose cards they keep; the last ones first
	 */
	public function findOf(Viewer $viewer, ?int $before, int $limit): array {
		$qb = $this->listed($before, $limit);
		$qb->andWhere($qb->expr()->in('id', $qb->createFunction('SELECT p.conversation_id FROM `*PREFIX*reseau_parties` p WHERE ' . self::isOf($viewer))))
			->setParameter('viewer', $viewer->uid);
		return $this->findEntities($qb);
	}

	/** @return list<Conversation> that were reported, the last ones first */
	public function findReported(?int $before, int $limit): array {
		$qb = $this->listed($before, $limit);
		$qb->andWhere($qb->expr()->isNotNull('reported_by'));
		return $this->findEntities($qb);
	}

	/** @return list<Conversation> of two people, the last one first */
	public function findBetween(int $one, int $other): array {
		$with = static fn (string $id): string => "SELECT p.conversation_id FROM `*PREFIX*reseau_parties` p WHERE p.member_id = $id";
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createFunction($with((string)$one))))
			->andWhere($qb->expr()->in('id', $qb->createFunction($with((string)$other))))
			->orderBy('last_id', 'DESC');
		return $this->findEntities($qb);
	}

	public function countReported(): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName())->where($qb->expr()->isNotNull('reported_by'));
		return $this->number($qb);
	}

	/** How many conversations hold something this viewer has not seen; muted ones do not count. */
	public function countUnread(Viewer $viewer): int {
		$qb = $this->unread($viewer);
		return $this->number($qb->select($qb->func()->count('*')));
	}

	/** @return list<Conversation> the same, the last ones first */
	public function findUnread(Viewer $viewer, int $limit): array {
		return $this->findEntities($this->unread($viewer)->select('c.*')->orderBy('c.last_id', 'DESC')->setMaxResults($limit));
	}

	private function unread(Viewer $viewer): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->from($this->getTableName(), 'c')
			->innerJoin('c', 'reseau_parties', 'p', $qb->expr()->eq('p.conversation_id', 'c.id'))
			->where($qb->expr()->lt('p.read_id', 'c.last_id'))
			->andWhere($qb->expr()->orX($qb->expr()->isNull('p.muted'), $qb->expr()->eq('p.muted', $qb->createNamedParameter(false, IQueryBuilder::PARAM_BOOL))))
			->andWhere(self::isOf($viewer))
			->setParameter('viewer', $viewer->uid);
	}

	private function number(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** The two cards are one now. */
	public function moveMember(int $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('about_id', $qb->createNamedParameter($into, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('about_type', $qb->createNamedParameter(Conversation::MEMBER)))
			->andWhere($qb->expr()->eq('about_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** Whether a party `p` is the viewer, or a person whose card they keep; with the parameter `:viewer`. */
	private static function isOf(Viewer $viewer): string {
		$kept = Visibility::isKept($viewer, 'p.member_id');
		return $viewer->memberId === null ? $kept : "(p.member_id = $viewer->memberId OR $kept)";
	}

	private function listed(?int $before, int $limit): IQueryBuilder {
		$qb = $this->select();
		$qb->where($qb->expr()->lt('last_id', $qb->createNamedParameter($before ?? PHP_INT_MAX, IQueryBuilder::PARAM_INT)))
			->orderBy('last_id', 'DESC')->setMaxResults($limit);
		return $qb;
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName());
		return $qb;
	}
}
