<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCP\AppFramework\Db\Entity;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * The notifications of notices that each person got, when, and the days of those that were urgent. A person has a notice once, and a day once: of two runs at the
 * same time only one can add it.
 *
 * @template-extends QBMapper<Entity>
 */
class AnnouncedMapper extends QBMapper {
	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_announced', Entity::class);
	}

	/**
	 * @param ?string $urgentOn YYYY-MM-DD, if it is the urgent one of that day
	 * @return bool false if they were notified of it before, or of another urgent one on that day
	 */
	public function add(int $memberId, int $noticeId, int $time, ?string $urgentOn = null): bool {
		return $this->db->insertIgnoreConflict($this->getTableName(), ['member_id' => $memberId, 'notice_id' => $noticeId, 'notified_at' => $time, 'urgent_on' => $urgentOn]) > 0;
	}

	public function remove(int $memberId, int $noticeId): void {
		$this->deleteWith(['member_id' => $memberId, 'notice_id' => $noticeId]);
	}

	/** @return list<int> notices that were announced to a person */
	public function noticesOf(int $memberId): array {
		return $this->ids('notice_id', 'member_id', $memberId);
	}

	/** @return list<int> people who were notified of a notice */
	public function peopleOf(int $noticeId): array {
		return $this->ids('member_id', 'notice_id', $noticeId);
	}

	public function forgetMember(int $memberId): void {
		$this->deleteWith(['member_id' => $memberId]);
	}

	public function forgetNotice(int $noticeId): void {
		$this->deleteWith(['notice_id' => $noticeId]);
	}

	/** Deletes what is older. */
	public function forgetBefore(int $time): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->lt('notified_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** @return list<int> */
	private function ids(string $column, string $by, int $id): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select($column)->from($this->getTableName())->where($qb->expr()->eq($by, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), $column));
	}

	/** @param non-empty-array<string, int> $values by column */
	private function deleteWith(array $values): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName());
		foreach ($values as $column => $value) {
			$qb->andWhere($qb->expr()->eq($column, $qb->createNamedParameter($value, IQueryBuilder::PARAM_INT)));
		}
		$qb->executeStatement();
	}
}
