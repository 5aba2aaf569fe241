<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Map;

use OCA\Reseau\Link\Links;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;

/** The network as a graph of its members, their groups, the themes of what they seek and offer, and links between members and groups. */
class NetworkMap {
	/** MAP_LIMITS of src/map/model.ts: tests/fixtures/rules/map-limits.json checks both. */
	public const MEMBERS = 2000;

	public function __construct(
		private readonly Sight $sight,
		private readonly People $people,
		private readonly Links $links,
	) {
	}

	/**
	 * @param string $sector only its members; empty: all
	 * @param string $territory only its members, as `departement:11`; empty: all
	 * @return array<string, mixed> NetworkMapSchema of src/map/model.ts
	 */
	public function of(Viewer $viewer, string $sector, string $territory): array {
		$holders = $this->sight->members($viewer, ['kind', 'sector', 'territory', 'theme']);
		$ids = array_values(array_unique(array_merge([], ...array_values($holders['kind']))));
		foreach (['sector' => $sector, 'territory' => $territory] as $facet => $chosen) {
			$ids = $chosen === '' ? $ids : array_values(array_intersect($ids, $holders[$facet][$chosen] ?? []));
		}
		$members = array_filter($this->people->briefly($ids), static fn (Member $member): bool => People::knows($viewer, $member));
		uasort($members, static fn (Member $a, Member $b): int => [$a->getSortName(), $a->ownerId()] <=> [$b->getSortName(), $b->ownerId()]);
		$total = count($members);
		$members = array_slice($members, 0, self::MEMBERS, true);
		$links = $this->links->among(ThingType::Member, ThingType::Group);
		$linked = self::linkedWith($links, $members);
		$groups = array_filter(
			$this->sight->groups($viewer),
			static fn (array $group, int $id): bool => isset($linked[$id]) || array_intersect_key(array_flip($group['members']), $members) !== [],
			ARRAY_FILTER_USE_BOTH,
		);
		$links = array_values(array_filter($links, static fn (array $link): bool => self::isThere($link['a'], $members, $groups) && self::isThere($link['b'], $members, $groups)));
		$themes = array_filter($holders['theme'], static fn (array $who): bool => array_intersect_key(array_flip($who), $members) !== []);
		$groupsOf = self::turned(array_map(static fn (array $group): array => $group['members'], $groups));
		$themesOf = self::turned($themes);
		return [
			'members' => array_map(static fn (Member $member): array => [
				'id' => $member->ownerId(),
				'name' => $member->getName(),
				'uid' => $member->getUid(),
				...$member->isOrganisation() ? ['kind' => $member->kind()->value] : [],
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
			'links' => array_map(static fn (array $link): array => ['a' => self::end($link['a']), 'b' => self::end($link['b']), 'relation' => $link['relation']], $links),
			'relations' => $this->sight->relations(array_column($links, 'relation')),
			'total' => $total,
		];
	}

	/**
	 * A group linked to a person on the map is shown, regardless of its members.
	 *
	 * @param list<array{a: Ref, b: Ref, relation: string}> $links
	 * @param array<int, Member> $members
	 * @return array<int, true> by group id
	 */
	private static function linkedWith(array $links, array $members): array {
		$groups = [];
		foreach ($links as ['a' => $a, 'b' => $b]) {
			foreach ([[$a, $b], [$b, $a]] as [$one, $other]) {
				if ($one->type === ThingType::Group && $other->type === ThingType::Member && isset($members[$other->id])) {
					$groups[$one->id] = true;
				}
			}
		}
		return $groups;
	}

	/**
	 * @param array<int, Member> $members
	 * @param array<int, array<string, mixed>> $groups
	 */
	private static function isThere(Ref $end, array $members, array $groups): bool {
		return isset(($end->type === ThingType::Member ? $members : $groups)[$end->id]);
	}

	/** @return array{type: string, id: int} */
	private static function end(Ref $end): array {
		return ['type' => $end->type->value, 'id' => $end->id];
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
