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
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Search\SearchResultEntry;

/** Sheets of the library in Nextcloud's unified search: what the library would show this account for the same words. */
class SheetSearchProvider extends NetworkSearchProvider {
	public const ID = 'reseau-sheets';

	public function __construct(
		private readonly SheetSearch $search,
		private readonly SheetWords $words,
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
		return $this->l->t('Sheets of the library');
	}

	public function getOrder(string $route, array $routeParameters): ?int {
		return str_starts_with($route, 'reseau.') ? 1 : 32;
	}

	protected function find(Viewer $viewer, string $words, string $cursor, int $limit): array {
		$found = $this->search->list($viewer, SheetSearch::criteria($words, []), cursor: $cursor, limit: min($limit, SheetSearch::MAX_LIMIT));
		return [array_map($this->entry(...), $found['sheets']), $found['next']];
	}

	/** @param array<string, mixed> $sheet SheetSummarySchema of src/library/model.ts */
	private function entry(array $sheet): SearchResultEntry {
		return new SearchResultEntry(
			'',
			$sheet['title'],
			$this->words->lineOf($sheet['kindLabel'], $sheet['outcome'], $sheet['places']),
			$this->page("library/sheet/{$sheet['fileId']}"),
			'icon-filetype-text',
		);
	}
}
