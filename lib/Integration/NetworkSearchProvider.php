<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use DateTimeInterface;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Search\Narrowing;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Search\IFilter;
use OCP\Search\IFilteringProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;
use OCP\Search\SearchResultEntry;

/**
 * One type of things of the network in Nextcloud's unified search, as Réseau's own search would find them for this account. Nextcloud's filters by
 * date and person also work without words.
 */
abstract class NetworkSearchProvider implements IFilteringProvider {
	/** Minimum bytes of the folded words, below which nearly everything would match; one character of another script may be a word. */
	private const SHORTEST = 2;

	public function __construct(
		private readonly Viewers $viewers,
		private readonly People $people,
		protected readonly IURLGenerator $urls,
		protected readonly IL10N $l,
	) {
	}

	/** Neither odd words nor a forged cursor are an error here: the result is empty. */
	public function search(IUser $user, ISearchQuery $query): SearchResult {
		$words = $query->getTerm();
		$length = strlen(str_replace(' ', '', Fold::text($words)));
		$filtered = $this->isFiltered($query);
		if ($length < self::SHORTEST && !($filtered && trim($words) === '')) {
			return SearchResult::complete($this->getName(), []);
		}
		try {
			$viewer = $this->viewers->of($user->getUID());
			$narrowing = $filtered ? $this->narrowing($viewer, $query) : null;
			[$entries, $next] = $this->find($viewer, $words, $narrowing, (string)$query->getCursor(), max(1, $query->getLimit()));
		} catch (ReasonException) {
			return SearchResult::complete($this->getName(), []);
		}
		return $next === null ? SearchResult::complete($this->getName(), $entries) : SearchResult::paginated($this->getName(), $entries, $next);
	}

	public function getSupportedFilters(): array {
		return [IFilter::BUILTIN_TERM, IFilter::BUILTIN_SINCE, IFilter::BUILTIN_UNTIL, IFilter::BUILTIN_PERSON];
	}

	public function getAlternateIds(): array {
		return [];
	}

	public function getCustomFilters(): array {
		return [];
	}

	private function isFiltered(ISearchQuery $query): bool {
		foreach ([IFilter::BUILTIN_SINCE, IFilter::BUILTIN_UNTIL, IFilter::BUILTIN_PERSON] as $filter) {
			if ($query->getFilter($filter) !== null) {
				return true;
			}
		}
		return false;
	}

	private function narrowing(Viewer $viewer, ISearchQuery $query): Narrowing {
		$moment = static function (string $filter) use ($query): ?int {
			$value = $query->getFilter($filter)?->get();
			return $value instanceof DateTimeInterface ? $value->getTimestamp() : null;
		};
		$person = $query->getFilter(IFilter::BUILTIN_PERSON)?->get();
		$card = $person instanceof IUser ? $this->people->byUid($person->getUID()) : null;
		$ids = match (true) {
			$person === null => null,
			// People who are hidden from the viewer get the same answer as people without a card.
			$card === null || !People::knows($viewer, $card) => [],
			default => $this->of($viewer, $card),
		};
		return new Narrowing($moment(IFilter::BUILTIN_SINCE), $moment(IFilter::BUILTIN_UNTIL), $ids);
	}

	/** @return list<int> the things of a person the viewer may see, for the filter by person; things that the viewer may not see are not found */
	abstract protected function of(Viewer $viewer, Member $person): array;

	/**
	 * @param ?Narrowing $narrowing the filters that are set; null: none
	 * @param string $cursor empty for the first page
	 * @return array{list<SearchResultEntry>, int|string|null} a page of results, and the cursor of the next
	 * @throws ReasonException
	 */
	abstract protected function find(Viewer $viewer, string $words, ?Narrowing $narrowing, string $cursor, int $limit): array;

	/** @return string address of one of our pages, by its path */
	protected function page(string $path): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . $path;
	}
}
