<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Map;

use OCA\Reseau\Member\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;

/** The network as a graph of its members, their groups and the themes of what they seek and offer. */
class NetworkMap {
	/** MAP_LIMITS of src/map/model.ts: both sides are held to tests/fixtures/rules/map-limits.json. */
	public const MEMBERS = 2000;

	public function __construct(
		private readonly Sight $sight,
		private readonly People $people,
	) {
	}

	/**
	 * @param string $sector only members of it; empty: of all
	 * @param string $territory the same, as `departement:11`
	 * @return array<string, mixed> NetworkMapSchema of src/map/model.ts
	 */
	public function of(Viewer $viewer, string $sector, string $territory): array {
		$holders = $this->sight->members($viewer, ['kind', 'sector', 'territory', 'theme']);
		$ids = array_values(array_unique(array_merge([], ...array_values($holders['kind']))));
		foreach (['sector' => $sector, 'territory' => $territory] as $facet => $chosen) {
			$ids = $chosen === '' ? $ids : array_values(array_intersect($ids, $holders[$facet][$chosen] ?? []));
		}
		$members = array_filter($this->people->byIds($ids), static fn (Member $member): bool => People::knows($viewer, $member));
		uasort($members, static fn (Member $a, Member $b): int => [$a->getSortName(), $a->ownerId()] <=> [$b->getSortName(), $b->ownerId()]);
		$total = count($members);
		$members = array_slice($members, 0, self::MEMBERS, true);
		$groups = array_filter($this->sight->groups($viewer), static fn (array $group): bool => array_intersect_key(array_flip($group['members']), $members) !== []);
		$themes = array_filter($holders['theme'], static fn (array $who): bool => array_intersect_key(array_flip($who), $members) !== []);
		$groupsOf = self::turned(array_map(static fn (array $group): array => $group['members'], $groups));
		$themesOf = self::turned($themes);
		return [
			'members' => array_map(static fn (Member $member): array => [
				'id' => $member->ownerId(),
				'name' => $member->getName(),
				'uid' => $member->getUid(),
				'groups' => $groupsOf[$member->ownerId()] ?? [],
				'themes' => array_map(strval(...), $themesOf[$member->ownerId()] ?? []),
			], array_values($members)),
			'groups' => array_map(static fn (int $id, array $group): array => ['id' => $id, 'title' => $group['title']], array_keys($groups), $groups),
			'themes' => $this->sight->named(array_keys($themes)),
			'sectors' => $this->sight->named(array_keys($holders['sector'])),
			'territories' => $this->sight->named(array_values(array_filter(
				array_keys($holders['territory']),
				static fn (string $territory): bool => str_starts_with($territory, 'departement:'),
			))),
			'total' => $total,
		];
	}

	/**
	 * @param array<array-key, list<int>> $members by group or theme
	 * @return array<int, list<array-key>> groups or themes, by member
	 */
	private static function turned(array $members): array {
		$turned = [];
		foreach ($members as $one => $ids) {
			foreach ($ids as $id) {
				$turned[$id][] = $one;
			}
		}
		return $turned;
	}
}
