<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Notice>
 */
class NoticeMapper extends VersionedMapper {
	/** Not a facet: notices in some territories that are needed soon. */
	public const NEEDED = 'needed';

	/** Notices read per statement, of each facet. */
	private const PAGE = 40;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_notices', Notice::class);
	}

	public function find(int $id): ?Notice {
		return $this->findByIds([$id])[0] ?? null;
	}

	/**
	 * @param list<int> $ids
	 * @return list<Notice> by id
	 */
	public function findByIds(array $ids): array {
		$qb = $this->select();
		$qb->where($qb->expr()->in('id', $qb->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)))->orderBy('id');
		return $ids === [] ? [] : $this->findEntities($qb);
	}

	/** @param 'key_hash'|'ref' $column */
	public function findBy(string $column, string $value): ?Notice {
		$qb = $this->select();
		$qb->where($qb->expr()->eq($column, $qb->createNamedParameter($value)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<int> the open notices that this viewer may not find; a visitor finds none at all */
	public function idsUnlisted(Viewer $viewer): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('n.id')->from($this->getTableName(), 'n')
			->where($qb->expr()->eq('n.state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere('NOT (' . Visibility::listed($viewer, 'n') . ')');
		return $this->ids($viewer->uid === null ? $qb : $qb->setParameter('viewer', $viewer->uid));
	}

	/**
	 * Open notices that this viewer may find, with one of some terms of the search index: a few of them, while a search would find all first. Without the viewer's
	 * own notices.
	 *
	 * @param array<string, list<string>> $terms by facet; under NEEDED: territories, of notices that are needed within these days
	 * @param array{string, string} $days YYYY-MM-DD, first and last
	 * @return array<string, array<int, int>> the author's card by facet and id of the notice; the latest id first, `$most` of each facet
	 */
	public function with(Viewer $viewer, array $terms, int $most, array $days = ['', '']): array {
		$found = array_fill_keys(array_keys($terms), []);
		$before = [];
		$left = $viewer->uid === null ? [] : array_filter($terms);
		while ($left !== []) {
			$pages = $this->latestWith($left, $before, $days);
			$listed = $this->listed($viewer, array_merge(...array_values($pages)));
			foreach ($pages as $facet => $ids) {
				$found[$facet] += array_intersect_key($listed, array_fill_keys($ids, true));
				$before[$facet] = min([PHP_INT_MAX, ...$ids]);
			}
			// Notices that others keep to their group must not take the places of notices this viewer may find.
			$left = array_filter($left, static fn (string $facet): bool => count($pages[$facet] ?? []) === self::PAGE && count($found[$facet]) < $most, ARRAY_FILTER_USE_KEY);
		}
		return array_map(static function (array $its) use ($most): array {
			krsort($its);
			return array_slice($its, 0, $most, true);
		}, $found);
	}

	/**
	 * @param non-empty-array<string, list<string>> $terms by facet, not empty
	 * @param array<string, int> $before only ids below, by facet
	 * @param array{string, string} $days as in with()
	 * @return array<string, list<int>> the latest ids by facet, at most PAGE of each, also of notices that the viewer may not find
	 */
	private function latestWith(array $terms, array $before, array $days): array {
		$pages = [];
		$parameters = ['type' => NoticeIndex::TYPE] + (isset($terms[self::NEEDED]) ? ['from' => $days[0], 'until' => $days[1]] : []);
		foreach (array_keys($terms) as $n => $facet) {
			$names = [];
			foreach ($terms[$facet] as $m => $term) {
				$names[] = ":t{$n}_$m";
				$parameters["t{$n}_$m"] = $term;
			}
			$needed = $facet === self::NEEDED;
			$parameters["facet$n"] = $needed ? 'territory' : $facet;
			// By an expression, otherwise all notices might be read in this order.
			$pages[] = "SELECT '$facet' AS facet, p$n.object_id FROM (SELECT f.object_id FROM `*PREFIX*reseau_facets` f"
				. ($needed ? ' INNER JOIN `*PREFIX*reseau_notices` n ON n.id = f.object_id AND n.needed_by >= :from AND n.needed_by <= :until' : '')
				. " WHERE f.object_type = :type AND f.facet = :facet$n"
				. ' AND f.term IN (' . implode(', ', $names) . ')' . (isset($before[$facet]) ? " AND f.object_id < $before[$facet]" : '')
				. ' GROUP BY f.object_id ORDER BY f.object_id + 0 DESC LIMIT ' . self::PAGE . ") p$n";
		}
		$ids = [];
		foreach ($this->db->executeQuery(implode(' UNION ALL ', $pages), $parameters)->fetchAll() as $row) {
			$ids[(string)$row['facet']][] = (int)$row['object_id'];
		}
		return $ids;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, int> the authors' cards of open notices that this viewer may find and that are not theirs, by id
	 */
	private function listed(Viewer $viewer, array $ids): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('n.id', 'n.member_id')->from($this->getTableName(), 'n')
			->where($qb->expr()->in('n.id', $qb->createNamedParameter(array_values(array_unique($ids)), IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->eq('n.state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere(Visibility::listed($viewer, 'n'))
			->andWhere('NOT ' . Visibility::ownedBy($viewer, 'n'))
			->setParameter('viewer', $viewer->uid);
		return $ids === [] ? [] : array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'member_id', 'id'));
	}

	/**
	 * @param ?array{int, int} $before when the last one of the previous page was published, and its id
	 * @return list<Notice> of the viewer, and of people whose cards they keep; the newest first
	 */
	public function findOwn(Viewer $viewer, ?array $before, int $limit): array {
		$qb = $this->select('n');
		$qb->where(Visibility::ownedBy($viewer, 'n'))->setParameter('viewer', $viewer->uid);
		if ($before !== null) {
			$at = $qb->createNamedParameter($before[0], IQueryBuilder::PARAM_INT);
			$qb->andWhere($qb->expr()->orX(
				$qb->expr()->lt('n.published_at', $at),
				$qb->expr()->andX($qb->expr()->eq('n.published_at', $at), $qb->expr()->lt('n.id', $qb->createNamedParameter($before[1], IQueryBuilder::PARAM_INT))),
			));
		}
		$qb->orderBy('n.published_at', 'DESC')->addOrderBy('n.id', 'DESC')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	/**
	 * Open notices that ask for something and were published up to a time, the oldest first.
	 *
	 * @param bool $own only those of the viewer, and of people whose cards they keep
	 * @param ?array{int, int} $after when the last one of the previous page was published, and its id
	 * @return array<int, int> when each was published, by id
	 */
	public function needsBefore(Viewer $viewer, bool $own, int $time, ?array $after, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('n.id', 'n.published_at')->from($this->getTableName(), 'n')
			->where($qb->expr()->eq('n.state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere($qb->expr()->neq('n.kind', $qb->createNamedParameter(NoticeRules::OFFER)))
			->andWhere($qb->expr()->lte('n.published_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)))
			->andWhere($own ? Visibility::shown('n') . ' AND ' . Visibility::ownedBy($viewer, 'n') : Visibility::listed($viewer, 'n'))
			->setParameter('viewer', $viewer->uid)
			->orderBy('n.published_at')->addOrderBy('n.id')->setMaxResults($limit);
		if ($after !== null) {
			$at = $qb->createNamedParameter($after[0], IQueryBuilder::PARAM_INT);
			$qb->andWhere($qb->expr()->orX(
				$qb->expr()->gt('n.published_at', $at),
				$qb->expr()->andX($qb->expr()->eq('n.published_at', $at), $qb->expr()->gt('n.id', $qb->createNamedParameter($after[1], IQueryBuilder::PARAM_INT))),
			));
		}
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'published_at', 'id'));
	}

	/** @return list<Notice> of a person, in every state; the newest first */
	public function findOfMember(int $memberId): array {
		$qb = $this->select();
		$qb->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->orderBy('published_at', 'DESC')->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	/**
	 * The authors and groups of open notices of these kinds, without texts, as few of many are read.
	 *
	 * @param list<int> $memberIds
	 * @param list<string> $kinds
	 * @return list<array{id: int, member: int, group: ?int}> the newest first
	 */
	public function openOf(array $memberIds, array $kinds): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'member_id', 'only_group')->from($this->getTableName())
			->where($qb->expr()->in('member_id', $qb->createNamedParameter($memberIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere($qb->expr()->in('kind', $qb->createNamedParameter($kinds, IQueryBuilder::PARAM_STR_ARRAY)))
			->orderBy('published_at', 'DESC')->addOrderBy('id', 'DESC');
		return $memberIds === [] ? [] : array_map(static fn (array $row): array => [
			'id' => (int)$row['id'], 'member' => (int)$row['member_id'], 'group' => $row['only_group'] === null ? null : (int)$row['only_group'],
		], $qb->executeQuery()->fetchAll());
	}

	/** @return list<Notice> that come from a group, or are only for its people; the newest first */
	public function findOfGroup(int $groupId): array {
		$qb = $this->select();
		$id = $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT);
		$qb->where($qb->expr()->orX($qb->expr()->eq('group_id', $id), $qb->expr()->eq('only_group', $id)))
			->orderBy('published_at', 'DESC')->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	/**
	 * Open and done notices next to a person, in one query.
	 *
	 * @return array<int, bool> notices of the person (false), and notices that thank them (true), by id
	 */
	public function idsAround(int $memberId): array {
		$result = $this->db->executeQuery(
			"SELECT n.id, 0 AS thanked FROM `*PREFIX*reseau_notices` n WHERE n.member_id = $memberId AND n.state IN ('open', 'done')"
			. ' UNION ALL SELECT n.id, 1 AS thanked FROM `*PREFIX*reseau_thanks` t INNER JOIN `*PREFIX*reseau_notices` n ON n.id = t.notice_id'
			. " WHERE t.member_id = $memberId AND n.state IN ('open', 'done') ORDER BY id",
		);
		$notices = array_map(static fn (mixed $thanked): bool => (int)$thanked === 1, array_column($result->fetchAll(), 'thanked', 'id'));
		$result->closeCursor();
		return $notices;
	}

	/** @return list<int> open and done notices that come from a group, or are only for its people */
	public function idsOfGroup(int $groupId): array {
		$qb = $this->db->getQueryBuilder();
		$id = $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT);
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->orX($qb->expr()->eq('group_id', $id), $qb->expr()->eq('only_group', $id)))
			->andWhere($qb->expr()->in('state', $qb->createNamedParameter([Notice::OPEN, Notice::DONE], IQueryBuilder::PARAM_STR_ARRAY)))
			->orderBy('id');
		$result = $qb->executeQuery();
		$ids = array_map(intval(...), array_column($result->fetchAll(), 'id'));
		$result->closeCursor();
		return $ids;
	}

	/**
	 * @param Notice::OPEN|Notice::DONE $state
	 * @return list<int> notices that were published, or done, in a period and that this viewer may see, the newest first
	 */
	public function idsBetween(Viewer $viewer, string $state, int $from, int $until, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		// It is unknown when notices were done before this was stored.
		$at = $state === Notice::OPEN ? 'n.published_at' : 'COALESCE(n.done_at, n.published_at)';
		$qb->select('n.id')->from($this->getTableName(), 'n')
			->where($qb->expr()->eq('n.state', $qb->createNamedParameter($state)))
			->andWhere("$at >= $from")
			->andWhere("$at < $until")
			->andWhere(Visibility::listed($viewer, 'n'))
			->orderBy($qb->createFunction($at), 'DESC')->addOrderBy('n.id', 'DESC')->setMaxResults($limit);
		return $this->ids($viewer->uid === null ? $qb : $qb->setParameter('viewer', $viewer->uid));
	}

	/**
	 * Notices that everyone may read in the public showcase (AuthoredNotice::isPublic()): hundreds at most.
	 *
	 * @return list<array{id: int, member: int, group: ?int}> with their authors and groups; the newest first
	 */
	public function rowsPublic(string $today): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('n.id', 'n.member_id', 'n.group_id')->from($this->getTableName(), 'n')
			->where($qb->expr()->eq('n.showcased', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))
			->andWhere($qb->expr()->eq('n.state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere($qb->expr()->isNull('n.only_group'))
			->andWhere($qb->expr()->gte('n.until_day', $qb->createNamedParameter($today)))
			->andWhere(Visibility::shown('n'))
			->orderBy('n.published_at', 'DESC')->addOrderBy('n.id', 'DESC');
		return array_map(static fn (array $row): array => [
			'id' => (int)$row['id'], 'member' => (int)$row['member_id'], 'group' => $row['group_id'] === null ? null : (int)$row['group_id'],
		], $qb->executeQuery()->fetchAll());
	}

	/** @return list<int> notices that a person chose for the public showcase, whether it shows them now or not */
	public function idsShowcased(int $memberId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('showcased', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))->orderBy('id');
		return $this->ids($qb);
	}

	/** @return list<Notice> */
	public function findAll(): array {
		return $this->findEntities($this->select()->orderBy('id'));
	}

	/** @return list<int> open notices whose last day has passed */
	public function idsOver(string $today): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere($qb->expr()->lt('until_day', $qb->createNamedParameter($today)))->orderBy('id');
		return $this->ids($qb);
	}

	/** @return list<int> open notices whose last day is not after this one, and whose authors were not asked yet; those that end first; without those that end with the day they are needed by */
	public function idsEnding(string $day): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere($qb->expr()->lte('until_day', $qb->createNamedParameter($day)))
			->andWhere($qb->expr()->orX($qb->expr()->isNull('needed_by'), $qb->expr()->neq('needed_by', 'until_day')))
			->andWhere($qb->expr()->isNull('asked_at'))->orderBy('until_day')->addOrderBy('id');
		return $this->ids($qb);
	}

	/** How many open notices of this viewer, and of people whose cards they keep, are asked about. */
	public function countAsked(Viewer $viewer): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName(), 'n')
			->where($qb->expr()->eq('n.state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere($qb->expr()->isNotNull('n.asked_at'))
			->andWhere(Visibility::ownedBy($viewer, 'n'))
			->setParameter('viewer', $viewer->uid);
		return $this->number($qb);
	}

	/** Stores that its author was asked, and the hash of the link; the notice and its version are unchanged: a person editing it at this moment notices nothing. */
	public function writeAsked(int $id, ?int $time, ?string $hash): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('asked_at', $qb->createNamedParameter($time, $time === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT))
			->set('token_hash', $qb->createNamedParameter($hash, $hash === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/**
	 * @param string $from YYYY-MM-DD
	 * @param string $until YYYY-MM-DD, the last day
	 * @param int $since seconds since 1970
	 * @return list<int> open needs that are needed on one of these days and were published since, by id, after an id
	 */
	public function idsNeeded(string $from, string $until, int $since, int $after, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->gte('needed_by', $qb->createNamedParameter($from)))
			->andWhere($qb->expr()->lte('needed_by', $qb->createNamedParameter($until)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Notice::OPEN)))
			->andWhere($qb->expr()->eq('kind', $qb->createNamedParameter('need')))
			->andWhere($qb->expr()->gte('published_at', $qb->createNamedParameter($since, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->gt('id', $qb->createNamedParameter($after, IQueryBuilder::PARAM_INT)))
			->orderBy('id')->setMaxResults($limit);
		return $this->ids($qb);
	}

	public function countAll(): int {
		$qb = $this->db->getQueryBuilder();
		return $this->number($qb->select($qb->func()->count('*'))->from($this->getTableName()));
	}

	/** @return list<int> ids above one, in order */
	public function idsAfter(int $id, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())->where($qb->expr()->gt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->orderBy('id')->setMaxResults($limit);
		return $this->ids($qb);
	}

	private function number(IQueryBuilder $qb): int {
		$result = $qb->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/** @return list<int> ids of a query of one column */
	private function ids(IQueryBuilder $qb): array {
		$result = $qb->executeQuery();
		$ids = array_map(intval(...), array_column($result->fetchAll(), 'id'));
		$result->closeCursor();
		return $ids;
	}

	private function select(?string $alias = null): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select($alias === null ? '*' : "$alias.*")->from($this->getTableName(), $alias);
	}
}
