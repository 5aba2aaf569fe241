<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Library\SheetSearch;
use OCA\Reseau\Library\SheetWords;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Search\IProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;
use OCP\Search\SearchResultEntry;

/** Sheets of the library in Nextcloud's unified search: what the library would show this account for the same words. */
class SheetSearchProvider implements IProvider {
	public const ID = 'reseau-sheets';

	/** Bytes of the folded words below which nearly every sheet would be a hit. */
	private const SHORTEST = 2;

	public function __construct(
		private readonly SheetSearch $search,
		private readonly SheetWords $words,
		private readonly Viewers $viewers,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	public function getId(): string {
		return self::ID;
	}

	public function getName(): string {
		return $this->l->t('Sheets of the library');
	}

	public function getOrder(string $route, array $routeParameters): ?int {
		return str_starts_with($route, 'reseau.') ? 1 : 32;
	}

	/** Nothing a person types, and no cursor made up, is an error here: nothing is found. */
	public function search(IUser $user, ISearchQuery $query): SearchResult {
		if (strlen(Fold::text($query->getTerm())) < self::SHORTEST) {
			return SearchResult::complete($this->getName(), []);
		}
		try {
			$found = $this->search->list(
				$this->viewers->of($user->getUID()),
				SheetSearch::criteria($query->getTerm(), []),
				cursor: (string)$query->getCursor(),
				limit: max(1, min($query->getLimit(), SheetSearch::MAX_LIMIT)),
			);
		} catch (ReasonException) {
			return SearchResult::complete($this->getName(), []);
		}
		$entries = array_map($this->entry(...), $found['sheets']);
		return $found['next'] === null
			? SearchResult::complete($this->getName(), $entries)
			: SearchResult::paginated($this->getName(), $entries, $found['next']);
	}

	/** @param array<string, mixed> $sheet SheetSummarySchema of src/library/model.ts */
	private function entry(array $sheet): SearchResultEntry {
		return new SearchResultEntry(
			'',
			$sheet['title'],
			$this->words->lineOf($sheet['kindLabel'], $sheet['outcome'], $sheet['places']),
			$this->urls->linkToRouteAbsolute('reseau.page.index') . "library/sheet/{$sheet['fileId']}",
			'icon-filetype-text',
		);
	}
}
