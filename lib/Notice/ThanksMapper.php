<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Thanks>
 */
class ThanksMapper extends QBMapper {
	use RetriesInsert;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_thanks', Thanks::class);
	}

	/**
	 * @param list<int> $noticeIds
	 * @return array<int, list<int>> people by notice
	 */
	public function of(array $noticeIds): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('notice_id', $qb->createNamedParameter($noticeIds, IQueryBuilder::PARAM_INT_ARRAY)))->orderBy('id');
		$people = [];
		foreach ($noticeIds === [] ? [] : $this->findEntities($qb) as $row) {
			$people[$row->getNoticeId()][] = $row->getMemberId();
		}
		return $people;
	}

	/** @return list<int> notices that thank a person */
	public function noticesFor(int $memberId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))->orderBy('id');
		return array_map(static fn (Thanks $row): int => $row->getNoticeId(), $this->findEntities($qb));
	}

	/** @param list<int> $memberIds these replace the existing ones */
	public function replace(int $noticeId, array $memberIds): void {
		$this->deleteBy('notice_id', $noticeId);
		foreach (array_unique($memberIds) as $memberId) {
			$row = new Thanks();
			$row->setNoticeId($noticeId);
			$row->setMemberId($memberId);
			$this->insert($row);
		}
	}

	/** The two cards were merged. */
	public function moveMember(int $from, int $into): void {
		$both = array_intersect($this->noticesFor($from), $this->noticesFor($into));
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('member_id', $qb->createNamedParameter($into, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		if ($both !== []) {
			$qb->andWhere($qb->expr()->notIn('notice_id', $qb->createNamedParameter(array_values($both), IQueryBuilder::PARAM_INT_ARRAY)));
		}
		$qb->executeStatement();
		$this->deleteBy('member_id', $from);
	}

	/** No one thanks themselves: two merged cards may have thanked each other. */
	public function deleteOfAuthor(int $memberId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->in('notice_id', $qb->createFunction("SELECT n.id FROM `*PREFIX*reseau_notices` n WHERE n.member_id = $memberId")));
		$qb->executeStatement();
	}

	/** @param 'notice_id'|'member_id' $column */
	public function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	private function select(): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select('*')->from($this->getTableName());
	}
}
