<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Search\IProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;
use OCP\Search\SearchResultEntry;

/** One type of things of the network in Nextcloud's unified search: what Réseau itself would show this account for the same words. */
abstract class NetworkSearchProvider implements IProvider {
	/** Minimum bytes of the folded words, below which nearly everything would match; one character of another script may be a word. */
	private const SHORTEST = 2;

	public function __construct(
		private readonly Viewers $viewers,
		protected readonly IURLGenerator $urls,
		protected readonly IL10N $l,
	) {
	}

	/** Nothing a person types, and no forged cursor, is an error here: the result is empty. */
	public function search(IUser $user, ISearchQuery $query): SearchResult {
		$words = $query->getTerm();
		if (strlen(str_replace(' ', '', Fold::text($words))) < self::SHORTEST) {
			return SearchResult::complete($this->getName(), []);
		}
		try {
			[$entries, $next] = $this->find($this->viewers->of($user->getUID()), $words, (string)$query->getCursor(), max(1, $query->getLimit()));
		} catch (ReasonException) {
			return SearchResult::complete($this->getName(), []);
		}
		return $next === null ? SearchResult::complete($this->getName(), $entries) : SearchResult::paginated($this->getName(), $entries, $next);
	}

	/**
	 * @param string $cursor empty for the first page
	 * @return array{list<SearchResultEntry>, int|string|null} a page of results, and the cursor of the next
	 * @throws ReasonException
	 */
	abstract protected function find(Viewer $viewer, string $words, string $cursor, int $limit): array;

	/** @return string address of one of our pages, by its path */
	protected function page(string $path): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . $path;
	}
}
