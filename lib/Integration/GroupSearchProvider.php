<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\GroupPresenter;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\GroupWords;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Search\SearchResultEntry;

/** Groups in Nextcloud's unified search, by title and purpose: every account may read both. */
class GroupSearchProvider extends NetworkSearchProvider {
	public const ID = 'reseau-groups';

	public function __construct(
		private readonly Groups $groups,
		private readonly GroupPresenter $presenter,
		private readonly GroupWords $words,
		Viewers $viewers,
		IURLGenerator $urls,
		IL10N $l,
	) {
		parent::__construct($viewers, $urls, $l);
	}

	public function getId(): string {
		return self::ID;
	}

	public function getName(): string {
		return $this->l->t('Groups of the network');
	}

	public function getOrder(string $route, array $routeParameters): ?int {
		return str_starts_with($route, 'reseau.') ? 0 : 31;
	}

	/** Matches in the title come before matches in the purpose only; the cursor is the number already returned. */
	protected function find(Viewer $viewer, string $words, string $cursor, int $limit): array {
		$folded = array_filter(explode(' ', Fold::text($words)));
		$found = array_values(array_filter($this->groups->all($viewer), static fn (GroupPeople $group): bool => self::place($group, $folded) !== null));
		$summaries = $this->presenter->list($viewer, $found);
		$places = [];
		foreach ($found as $group) {
			$places[$group->id()] = self::place($group, $folded);
		}
		// Among equals, the viewer's own groups come first, as in every list of groups.
		usort($summaries, static fn (array $a, array $b): int => $places[$a['id']] <=> $places[$b['id']]);
		$from = max(0, (int)$cursor);
		$entries = array_map($this->entry(...), array_slice($summaries, $from, $limit));
		$next = $from + count($entries);
		return [$entries, $next < count($summaries) ? $next : null];
	}

	/**
	 * @param array<string> $words folded
	 * @return ?int 0: all words in the title, 1: also elsewhere, null: some are missing
	 */
	private static function place(GroupPeople $group, array $words): ?int {
		$title = Fold::text($group->group->getTitle());
		$all = "$title " . Fold::text($group->group->getPurpose());
		$place = 0;
		foreach ($words as $word) {
			if (!str_contains($all, $word)) {
				return null;
			}
			$place = max($place, str_contains($title, $word) ? 0 : 1);
		}
		return $place;
	}

	/** @param array<string, mixed> $group GroupSummarySchema of src/group/model.ts */
	private function entry(array $group): SearchResultEntry {
		return new SearchResultEntry(
			'',
			$group['title'],
			$this->words->stateLine($group),
			$this->page("groups/{$group['id']}"),
			'icon-group',
		);
	}
}
