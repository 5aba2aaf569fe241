<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

use OCP\IDBConnection;

/**
 * The only rule of who may see what. It contains the read queries on memberships, because “my groups” means groups, and on the keepers of cards.
 */
class Visibility {
	/** From this number on, people are counted for visitors: smaller numbers could identify them. */
	public const FEWEST_COUNTED = 5;

	/** Up to this number, the cards a viewer keeps are listed in statements; with more, the database looks them up. */
	private const LISTED = 100;

	/** Replaces the id of a group in rows about the viewer: the cards they keep, and their own, which others see or do not see. */
	private const KEPT = 0;
	private const SHOWN = -1;
	private const HIDDEN = -2;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** Whether this viewer decides about the thing: it is theirs, or they keep it for a person without an account. */
	public static function keeps(Viewer $viewer, Owned $thing): bool {
		if ($viewer->uid === null) {
			return false;
		}
		if ($thing->ownerUid() !== null) {
			return $thing->ownerUid() === $viewer->uid;
		}
		return $thing->stewardUid() === null ? $viewer->facilitator : $thing->stewardUid() === $viewer->uid;
	}

	/** The viewer's relation to the owner of the thing; null: the viewer may not see that it exists. */
	public static function relation(Viewer $viewer, Owned $thing): ?Relation {
		return match (true) {
			self::keeps($viewer, $thing) => Relation::Keeper,
			!$thing->isShown(), $viewer->public && !$thing->isPublic() => null,
			$viewer->uid === null => Relation::Visitor,
			$viewer->together($thing->ownerId()) !== [] => Relation::Mate,
			default => Relation::Member,
		};
	}

	/**
	 * Whether this viewer sees what the owner shows to every member, or to the people of one group: then both have to be active in that group.
	 *
	 * @param ?int $group null: to every member
	 */
	public static function seesIn(Viewer $viewer, Owned $owner, ?int $group): bool {
		return match (self::relation($viewer, $owner)) {
			null, Relation::Visitor => false,
			Relation::Keeper => true,
			default => $group === null || in_array($owner->ownerId(), $viewer->groups[$group]['members'] ?? [], true),
		};
	}

	/**
	 * The groups of a member, and their members: memberships active on both sides. An end date that has passed changes nothing.
	 *
	 * @return array<int, array{title: string, members: list<int>}> by id of the group, by title; the member is among the members
	 */
	public function groups(int $memberId): array {
		return $this->byGroup(self::groupsOf((string)$memberId) . ' ORDER BY g.title, g.id');
	}

	/**
	 * The people of these groups, to know for many viewers together what groups show them.
	 *
	 * @param list<int> $groupIds
	 * @return array<int, array{title: string, members: list<int>}> by group, as in Viewer::$groups
	 */
	public function within(array $groupIds): array {
		return $groupIds === [] ? [] : $this->byGroup(
			'SELECT g.id, g.title, theirs.member_id FROM `*PREFIX*reseau_memberships` theirs INNER JOIN `*PREFIX*reseau_groups` g ON g.id = theirs.group_id'
			. " WHERE theirs.state = 'active' AND theirs.group_id IN (" . implode(', ', array_map(intval(...), $groupIds)) . ') ORDER BY g.id, theirs.member_id',
		);
	}

	/** An account as a viewer, with everything that decides what it may see. */
	public function viewer(string $uid, bool $facilitator): Viewer {
		$kept = self::kept(new Viewer($uid, facilitator: $facilitator));
		// In one statement: this is read for every request.
		$of = $this->byGroup(
			self::groupsOf('(SELECT me.id FROM `*PREFIX*reseau_members` me WHERE me.uid = :viewer)')
			. ' UNION ALL SELECT ' . self::KEPT . ", '', k.id FROM ($kept LIMIT " . (self::LISTED + 1) . ') k'
			. ' UNION ALL SELECT CASE WHEN ' . self::isHidden('own') . ' THEN ' . self::HIDDEN . ' ELSE ' . self::SHOWN . " END, '', own.id"
			. ' FROM `*PREFIX*reseau_members` own WHERE own.uid = :viewer ORDER BY title, id',
			['viewer' => $uid],
		);
		$own = $of[self::SHOWN] ?? $of[self::HIDDEN] ?? null;
		$kept = $of[self::KEPT]['members'] ?? [];
		$groups = array_filter($of, static fn (int $id): bool => $id > 0, ARRAY_FILTER_USE_KEY);
		return new Viewer($uid, $own['members'][0] ?? null, $facilitator, $groups, isset($of[self::SHOWN]), count($kept) > self::LISTED ? null : $kept);
	}

	/**
	 * @param string $sql for id and title of a group, and the id of a member
	 * @param array<string, string> $parameters
	 * @return array<int, array{title: string, members: list<int>}> by the id of the group
	 */
	private function byGroup(string $sql, array $parameters = []): array {
		$result = $this->db->executeQuery($sql, $parameters);
		$groups = [];
		while (($row = $result->fetch()) !== false) {
			$groups[(int)$row['id']] ??= ['title' => (string)$row['title'], 'members' => []];
			$groups[(int)$row['id']]['members'][] = (int)$row['member_id'];
		}
		$result->closeCursor();
		return $groups;
	}

	/**
	 * Relation and Relation::sees() in SQL, for rows of shown things: which of them this viewer may see. Only numbers are inlined; the account is the
	 * parameter `:viewer`. Groups and kept cards are those the viewer was read with: planning a join again for each part of a statement takes
	 * PostgreSQL longer than running it.
	 *
	 * For visitors, the rows of people who are not in the showcase have no public audience (MemberIndex).
	 *
	 * @param string $alias of a table with `audience` (Audience::rank()) and `scope` (the member it belongs to)
	 */
	public static function condition(Viewer $viewer, string $alias): string {
		return self::sees($viewer, "$alias.audience", "$alias.scope");
	}

	/**
	 * The condition for any rank of an audience and any id of a member, in SQL.
	 */
	public static function sees(Viewer $viewer, string $audience, string $scope): string {
		if ($viewer->uid === null) {
			return "$audience >= " . Audience::Public->rank();
		}
		$seen = ["$audience >= " . Audience::Members->rank(), ...self::owned($viewer, $scope)];
		if ($viewer->groups !== []) {
			$seen[] = "$audience = " . Audience::Groups->rank() . " AND $scope IN (" . self::mates($viewer) . ')';
		}
		return '(' . implode(' OR ', $seen) . ')';
	}

	/**
	 * seesIn() in SQL, for things of people whose cards are shown. The account is the parameter `:viewer`.
	 *
	 * @param string $alias of a table with `member_id` (the owner) and `only_group` (null: shown to every member)
	 */
	public static function listed(Viewer $viewer, string $alias): string {
		if ($viewer->uid === null) {
			return '1 = 0';
		}
		$seen = ["$alias.only_group IS NULL", ...self::owned($viewer, "$alias.member_id")];
		if ($viewer->groups !== []) {
			$seen[] = "$alias.only_group IN (" . implode(', ', array_keys($viewer->groups)) . ') AND EXISTS (' . self::mates($viewer)
				. " AND theirs.group_id = $alias.only_group AND theirs.member_id = $alias.member_id)";
		}
		return '(' . self::shown($alias) . ' AND (' . implode(' OR ', $seen) . '))';
	}

	/**
	 * Owned::isShown() in SQL, of the owners of things.
	 *
	 * @param string $alias of a table with `member_id`
	 */
	public static function shown(string $alias): string {
		// Selects the few who are not shown, by an index: cards are long, and reading the card of each owner takes longest.
		return "$alias.member_id NOT IN (SELECT o.id FROM `*PREFIX*reseau_members` o WHERE " . self::isHidden('o') . ')';
	}

	/**
	 * keeps() in SQL: things of this viewer, and of people whose cards they keep; with `:viewer` as above.
	 *
	 * @param string $alias of a table with `member_id`
	 */
	public static function ownedBy(Viewer $viewer, string $alias): string {
		return '(' . (implode(' OR ', self::owned($viewer, "$alias.member_id")) ?: '1 = 0') . ')';
	}

	/** @return list<string> the ways in which the member with the id in a column may belong to this viewer, as conditions */
	private static function owned(Viewer $viewer, string $column): array {
		return [
			...($viewer->memberId === null ? [] : ["$column = $viewer->memberId"]),
			...($viewer->kept === [] ? [] : [self::isKept($viewer, $column)]),
		];
	}

	/** Whether the viewer keeps the card with the id in a column; with `:viewer` as above. */
	public static function isKept(Viewer $viewer, string $column): string {
		return match (true) {
			$viewer->kept === [] => '1 = 0',
			$viewer->kept !== null => "$column IN (" . implode(', ', $viewer->kept) . ')',
			// One subquery for all rows, unless it covers most of the network.
			$viewer->facilitator => 'EXISTS (' . self::kept($viewer) . " AND kept.id = $column)",
			default => "$column IN (" . self::kept($viewer) . ')',
		};
	}

	/**
	 * The members of whom this viewer may see more than every member does; with `:viewer` as above.
	 *
	 * @param string $column with the id of a member
	 * @return array{string, string} what to join from the left, and the condition
	 */
	public static function close(Viewer $viewer, string $column): array {
		$own = $viewer->memberId === null ? [] : [$viewer->memberId];
		if ($viewer->kept !== null) {
			$ids = array_unique([...$own, ...$viewer->kept, ...array_merge(...array_column($viewer->groups, 'members'))]);
			return ['', $ids === [] ? '1 = 0' : "$column IN (" . implode(', ', $ids) . ')'];
		}
		$ids = [self::kept($viewer), ...array_map(static fn (int $id): string => "SELECT $id", $own), ...($viewer->groups === [] ? [] : [self::mates($viewer)])];
		return ['(' . implode(' UNION ', $ids) . ') c CROSS JOIN ', "$column = c.id"];
	}

	/**
	 * Members without an account whose card this viewer keeps, as a subquery for their ids: keeps() in SQL. It compares an expression instead of a
	 * bare column, or SQLite would search by the missing account, which most members may lack.
	 */
	public static function kept(Viewer $viewer): string {
		$unkept = $viewer->facilitator ? ' OR kept.steward_uid IS NULL' : '';
		return "SELECT kept.id FROM `*PREFIX*reseau_members` kept WHERE COALESCE(kept.uid, '') = '' AND (kept.steward_uid = :viewer$unkept)";
	}

	/**
	 * The groups of a member with their members, as a query for id, title and member_id: the only definition of sharing a group. Memberships of missing
	 * groups share nothing.
	 *
	 * @param string $memberId the id of the member in SQL
	 */
	private static function groupsOf(string $memberId): string {
		return 'SELECT g.id, g.title, theirs.member_id FROM `*PREFIX*reseau_memberships` theirs'
			. ' INNER JOIN `*PREFIX*reseau_memberships` mine ON mine.group_id = theirs.group_id'
			. ' INNER JOIN `*PREFIX*reseau_groups` g ON g.id = mine.group_id'
			. " WHERE theirs.state = 'active' AND mine.state = 'active' AND mine.member_id = $memberId";
	}

	/** Owned::isShown() of a member in SQL, the opposite of it: two ranges, as no index has what is not equal. */
	private static function isHidden(string $alias): string {
		return "$alias.status < 'published' OR $alias.status > 'published' OR $alias.suspended = true";
	}

	/** The members of the viewer's groups, as a subquery for their ids. */
	private static function mates(Viewer $viewer): string {
		return "SELECT theirs.member_id FROM `*PREFIX*reseau_memberships` theirs WHERE theirs.state = 'active'"
			. ' AND theirs.group_id IN (' . implode(', ', array_keys($viewer->groups)) . ')';
	}
}
