<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Map;

use OCA\Reseau\Group\GroupAccess;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Member\Card\CardKind;
use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Search\ObjectsByTerm;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Relations;
use OCA\Reseau\Vocabulary\Vocabulary;

/** What a viewer may see of everybody at once, the basis of all maps; each map says what it shows. */
class Sight {
	public function __construct(
		private readonly ObjectsByTerm $objects,
		private readonly Groups $groups,
		private readonly GroupAccess $access,
		private readonly Vocabulary $vocabulary,
		private readonly Relations $relations,
		private readonly Territories $territories,
		private readonly ReaderLanguage $language,
	) {
	}

	/**
	 * @param list<string> $facets
	 * @return array<string, array<string, list<int>>> members by facet and term
	 */
	public function members(Viewer $viewer, array $facets): array {
		return $this->objects->of(MemberIndex::TYPE, $viewer, $facets);
	}

	/**
	 * The same without organisations: what counts people.
	 *
	 * @param list<string> $facets
	 * @return array<string, array<string, list<int>>>
	 */
	public function people(Viewer $viewer, array $facets): array {
		$holders = $this->members($viewer, ['kind', ...$facets]);
		$organisations = $holders['kind'][CardKind::Organisation->value] ?? [];
		return $organisations === [] ? $holders : array_map(
			static fn (array $terms): array => array_map(static fn (array $ids): array => array_values(array_diff($ids, $organisations)), $terms),
			$holders,
		);
	}

	/** @return array<int, array{title: string, members: list<int>}> groups with their active members, by id, sorted by title */
	public function groups(Viewer $viewer): array {
		$groups = [];
		foreach ($this->groups->all($viewer) as $group) {
			$met = array_filter($group->memberships, fn (Membership $membership): bool => $membership->is(Membership::ACTIVE) && $this->access->meets($viewer, $group, $membership));
			$groups[$group->id()] = [
				'title' => $group->group->getTitle(),
				'members' => array_map(static fn (Membership $membership): int => $membership->getMemberId(), array_values($met)),
			];
		}
		uasort($groups, static fn (array $a, array $b): int => Fold::text($a['title']) <=> Fold::text($b['title']));
		return $groups;
	}

	/**
	 * @param list<array-key> $terms of the vocabulary, or territories as `departement:11`
	 * @return list<array{id: string, label: string}> by label
	 */
	public function named(array $terms): array {
		$labels = $this->vocabulary->labelsById($this->language->code());
		$named = array_map(fn (int|string $term): array => [
			'id' => (string)$term,
			'label' => $labels[$term] ?? $this->territories->name(...explode(':', (string)$term, 2) + ['', '']) ?? (string)$term,
		], $terms);
		usort($named, static fn (array $a, array $b): int => [Fold::text($a['label']), $a['id']] <=> [Fold::text($b['label']), $b['id']]);
		return $named;
	}

	/**
	 * @param list<string> $slugs
	 * @return list<array{slug: string, label: string}> each once
	 */
	public function relations(array $slugs): array {
		$language = $this->language->code();
		return array_map(fn (string $slug): array => [
			'slug' => $slug,
			'label' => $this->relations->words($slug, false, $language),
		], array_values(array_unique($slugs)));
	}
}
