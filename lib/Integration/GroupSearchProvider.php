<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\GroupSearch;
use OCA\Reseau\Group\GroupWords;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Search\Narrowing;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Search\SearchResultEntry;

/** Groups in Nextcloud's unified search: those that have all of the words in what every account may read of them. */
class GroupSearchProvider extends NetworkSearchProvider {
	public const ID = 'reseau-groups';

	public function __construct(
		private readonly GroupSearch $search,
		private readonly Groups $groups,
		private readonly GroupWords $words,
		Viewers $viewers,
		People $people,
		IURLGenerator $urls,
		IL10N $l,
	) {
		parent::__construct($viewers, $people, $urls, $l);
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

	protected function of(Viewer $viewer, Member $person): array {
		return array_keys($this->groups->around($person->ownerId()));
	}

	protected function find(Viewer $viewer, string $words, ?Narrowing $narrowing, string $cursor, int $limit): array {
		$found = $this->search->find($viewer, $words, $cursor, min($limit, GroupSearch::MAX_LIMIT), narrowing: $narrowing);
		return [array_map($this->entry(...), $found['groups']), $found['next']];
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
