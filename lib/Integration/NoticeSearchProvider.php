<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\NoticeRules;
use OCA\Reseau\Notice\NoticeSearch;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticeWords;
use OCA\Reseau\Search\Narrowing;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Search\SearchResultEntry;

/** Open notices in Nextcloud's unified search: those that have all of the words, and that this account may find in Réseau. */
class NoticeSearchProvider extends NetworkSearchProvider {
	public const ID = 'reseau-notices';

	public function __construct(
		private readonly NoticeSearch $search,
		private readonly Notices $notices,
		private readonly NoticeWords $words,
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
		return $this->l->t('Notices of the network');
	}

	public function getOrder(string $route, array $routeParameters): ?int {
		return str_starts_with($route, 'reseau.') ? 0 : 33;
	}

	protected function of(Viewer $viewer, Member $person): array {
		return array_keys($this->notices->idsAround($person->ownerId()), false, true);
	}

	protected function find(Viewer $viewer, string $words, ?Narrowing $narrowing, string $cursor, int $limit): array {
		$found = $this->search->list($viewer, NoticeSearch::criteria($words, [])->within($narrowing), '', $cursor, min($limit, NoticeRules::LIMITS['page']));
		$alike = $found['next'] === null ? $found['alike'] ?? [] : [];
		return [[...array_map($this->entry(...), $found['notices']), ...array_map(fn (array $notice): SearchResultEntry => $this->entry($notice, true), $alike)], $found['next']];
	}

	/**
	 * @param array<string, mixed> $notice NoticeSummarySchema of src/notice/model.ts
	 * @param bool $alike whether it says the same in other words
	 */
	private function entry(array $notice, bool $alike = false): SearchResultEntry {
		$line = $this->words->lineOf($notice['kind'], $notice['mode'], array_column($notice['territories'], 'name'), '');
		return new SearchResultEntry(
			'',
			$notice['title'],
			$alike ? $this->l->t('In other words: %s', [$line]) : $line,
			$this->page("notices/{$notice['id']}"),
			'icon-comment',
		);
	}
}
