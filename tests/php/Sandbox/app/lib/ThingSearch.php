<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny;

use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Search\IProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;
use OCP\Search\SearchResultEntry;

class ThingSearch implements IProvider {
	public function __construct(
		private readonly ThingMapper $mapper,
		private readonly IURLGenerator $urls,
	) {
	}

	public function getId(): string {
		return 'tiny-things';
	}

	public function getName(): string {
		return 'Things';
	}

	public function getOrder(string $route, array $routeParameters): ?int {
		return 10;
	}

	public function search(IUser $user, ISearchQuery $query): SearchResult {
		$things = array_filter($this->mapper->ofOwner($user->getUID()), static fn (Thing $thing): bool => str_contains((string)$thing->getTitle(), $query->getTerm()));
		$entries = array_map(fn (Thing $thing): SearchResultEntry => new SearchResultEntry(
			$this->urls->linkToRouteAbsolute('core.avatar.getAvatar', ['userId' => $thing->getOwnerUid(), 'size' => 64]),
			(string)$thing->getTitle(),
			'',
			$this->urls->linkToRouteAbsolute('tiny.page.indexpath', ['path' => (string)$thing->getId()]),
			rounded: true,
		), $things);
		$start = (int)$query->getCursor();
		$page = array_slice($entries, $start, $query->getLimit());
		return $start + count($page) < count($entries)
			? SearchResult::paginated($this->getName(), $page, $start + count($page))
			: SearchResult::complete($this->getName(), $page);
	}
}
