<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** The one rule of who may see what. Owns the read query on memberships, because groups are what “my groups” means. */
class Audience {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** Whether this viewer decides about the thing: it is theirs, or they keep it for somebody without an account. */
	public static function keeps(Viewer $viewer, Owned $thing): bool {
		if ($viewer->uid === null) {
			return false;
		}
		if ($thing->ownerUid() !== null) {
			return $thing->ownerUid() === $viewer->uid;
		}
		return $thing->stewardUid() === null ? $viewer->facilitator : $thing->stewardUid() === $viewer->uid;
	}

	/** How the viewer stands to the owner of the thing; null: for this viewer the thing is not there at all. */
	public static function relation(Viewer $viewer, Owned $thing): ?Relation {
		return match (true) {
			self::keeps($viewer, $thing) => Relation::Keeper,
			!$thing->isShown() => null,
			$viewer->uid === null => Relation::Visitor,
			$viewer->together($thing->ownerId()) !== [] => Relation::Mate,
			default => Relation::Member,
		};
	}

	/**
	 * Who shares a group with a member: both memberships active in it. An end date that has passed changes nothing.
	 *
	 * @return array<int, list<string>> titles of the shared groups by member id
	 */
	public function mates(int $memberId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('theirs.member_id', 'g.title')
			->from('reseau_memberships', 'mine')
			->innerJoin('mine', 'reseau_memberships', 'theirs', $qb->expr()->eq('mine.group_id', 'theirs.group_id'))
			->innerJoin('mine', 'reseau_groups', 'g', $qb->expr()->eq('mine.group_id', 'g.id'))
			->where($qb->expr()->eq('mine.member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('mine.state', $qb->createNamedParameter('active')))
			->andWhere($qb->expr()->eq('theirs.state', $qb->createNamedParameter('active')))
			->andWhere($qb->expr()->neq('theirs.member_id', 'mine.member_id'))
			->orderBy('g.title');
		$result = $qb->executeQuery();
		$mates = [];
		while (($row = $result->fetch()) !== false) {
			$mates[(int)$row['member_id']][] = (string)$row['title'];
		}
		$result->closeCursor();
		return $mates;
	}
}
