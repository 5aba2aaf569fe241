<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Library\SheetSearch;
use OCA\Reseau\Library\SheetsOfFiles;
use OCA\Reseau\Library\SheetWords;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Search\Narrowing;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Search\SearchResultEntry;

/** Sheets of the library in Nextcloud's unified search, as the library itself would find them for this account. */
class SheetSearchProvider extends NetworkSearchProvider {
	public const ID = 'reseau-sheets';

	public function __construct(
		private readonly SheetSearch $search,
		private readonly SheetsOfFiles $sheets,
		private readonly SheetWords $words,
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
		return $this->l->t('Sheets of the library');
	}

	public function getOrder(string $route, array $routeParameters): ?int {
		return str_starts_with($route, 'reseau.') ? 1 : 32;
	}

	protected function of(Viewer $viewer, Member $person): array {
		return $this->sheets->idsByAuthor($viewer, $person->ownerId());
	}

	protected function find(Viewer $viewer, string $words, ?Narrowing $narrowing, string $cursor, int $limit): array {
		$found = $this->search->list($viewer, SheetSearch::criteria($words, [])->within($narrowing), cursor: $cursor, limit: min($limit, SheetSearch::MAX_LIMIT));
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
