<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Shared\SharedCache;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IL10N;

/**
 * The directory's criteria and the labels of their choices. All except the groups are stored with the cards; a viewer knows only their own groups,
 * so these are counted from the viewer's memberships.
 */
class MemberFacets {
	/** FACETS of src/member/model.ts. */
	public const ALL = ['territory', 'sector', 'value', 'theme', 'seek', 'offer', 'group', 'kind'];

	/** Lists of the vocabulary whose terms they offer; custom words are in them too. */
	private const LISTS = [
		'sector' => ['sectors'],
		'value' => ['values'],
		'theme' => Vocabulary::SUBJECTS,
		'seek' => Vocabulary::SUBJECTS,
		'offer' => Vocabulary::SUBJECTS,
	];

	/** Lists of the vocabulary that provide a criterion's choices if there are no counts. */
	private const OFFERED = ['sector' => 'sectors', 'value' => 'values', 'theme' => 'themes', 'seek' => 'themes', 'offer' => 'themes'];

	private const MOST = 500;

	/** @var ?array<array-key, string> */
	private ?array $labels = null;

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly SharedCache $cache,
		private readonly ReaderLanguage $language,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array<array-key, int> $counts by term
	 * @param list<string> $chosen
	 * @param int $most at most, in addition to the selected ones
	 * @return list<array{id: string, label: string, count: int}> selected ones first, then by count, then by label
	 */
	public function present(Viewer $viewer, string $facet, array $counts, array $chosen, int $most = self::MOST): array {
		// Of thousands of communes, only those that may be shown get names.
		// Among equal counts the order never changes, regardless of the order of counting.
		ksort($counts, SORT_STRING);
		arsort($counts);
		$first = array_slice($counts, 0, 2 * $most, true);
		$wanted = array_fill_keys($chosen, true);
		$choices = [];
		foreach ($first + array_intersect_key($counts, $wanted) + array_fill_keys($chosen, 0) as $id => $count) {
			$label = $this->label($viewer, $facet, (string)$id);
			$choices[] = [[!isset($wanted[$id]), -$count, Fold::text($label)], ['id' => (string)$id, 'label' => $label, 'count' => $count]];
		}
		sort($choices);
		return array_column(array_slice($choices, 0, $most + count($chosen)), 1);
	}

	/**
	 * Choices without counts, if counting would take long.
	 *
	 * @param list<string> $chosen
	 * @return list<array{id: string, label: string, count: int}> as in present()
	 */
	public function uncounted(Viewer $viewer, string $facet, array $chosen): array {
		return $this->present($viewer, $facet, array_fill_keys(match ($facet) {
			'territory' => [],
			'group' => array_keys($viewer->groups),
			'kind' => ['account', 'kept', 'organisation'],
			default => $this->vocabulary->offered(self::OFFERED[$facet]),
		}, 0), $chosen);
	}

	/**
	 * @param list<string> $groups
	 * @return list<int> members of any of these groups; ignores groups the viewer is not in
	 */
	public function membersOf(Viewer $viewer, array $groups): array {
		$members = [];
		foreach ($groups as $id) {
			array_push($members, ...$viewer->groups[$id]['members'] ?? []);
		}
		return array_values(array_unique($members));
	}

	/** @return list<int> members of any of the viewer's groups */
	public function groupMembers(Viewer $viewer): array {
		return $this->membersOf($viewer, array_map(strval(...), array_keys($viewer->groups)));
	}

	/**
	 * @param list<int> $found members
	 * @return array<int, int> number of them in each of the viewer's groups, without zeros
	 */
	public function groupCounts(Viewer $viewer, array $found): array {
		$found = array_flip($found);
		return array_filter(array_map(
			static fn (array $group): int => count(array_filter($group['members'], static fn (int $id): bool => isset($found[$id]))),
			$viewer->groups,
		));
	}

	/**
	 * Choices with current terms: the address may be from before some terms were merged.
	 *
	 * @param array<string, list<string>> $chosen terms by facet
	 * @return array<string, list<string>>
	 */
	public function meant(array $chosen): array {
		foreach (array_intersect_key($chosen, self::LISTS) as $facet => $words) {
			$chosen[$facet] = $this->vocabulary->resolveAll($words, ...self::LISTS[$facet]);
		}
		return $chosen;
	}

	private function label(Viewer $viewer, string $facet, string $id): string {
		return match ($facet) {
			'group' => $viewer->groups[$id]['title'] ?? $id,
			// A region's file is large.
			'territory' => $this->cache->get("name of $id", fn (): ?string => $this->territories->name(...explode(':', $id, 2) + ['', ''])) ?? $id,
			// The texts of a language are large, too.
			'kind' => $this->cache->get("kinds in {$this->language->code()}", fn (): array => [
				'account' => $this->l->t('People with an account'),
				'kept' => $this->l->t('People without an account'),
				'organisation' => $this->l->t('Organisations'),
			])[$id] ?? $id,
			default => $this->labels()[$id] ?? $id,
		};
	}

	/** @return array<array-key, string> ids are unique across the lists */
	private function labels(): array {
		return $this->labels ??= $this->vocabulary->labelsById($this->language->code());
	}
}
