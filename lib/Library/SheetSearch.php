<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Search;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/**
 * Sheets that match words and criteria, as a viewer may find them: the only way a list of sheets leaves the server. Counts, corrections and excerpts
 * cover only published sheets whose files this viewer has.
 */
class SheetSearch {
	public const DEFAULT_LIMIT = 20;
	public const MAX_LIMIT = 100;

	/** Files checked at a time. */
	private const FILES = 200;

	/** SHEET_SORTS of src/library/model.ts, as Finder names them. */
	private const SORTS = ['relevance' => 'relevance', 'fresh' => 'recent', 'title' => 'name'];

	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly SheetAccess $access,
		private readonly LibraryRoot $root,
		private readonly LibraryFiles $files,
		private readonly PlaceSheets $places,
		private readonly SheetPresenter $presenter,
		private readonly SheetQueryBuilder $queries,
		private readonly SheetFacets $facets,
		private readonly SheetExcerpt $sentences,
		private readonly Search $search,
	) {
	}

	/**
	 * The requested criteria.
	 *
	 * @throws ReasonException those of Criteria
	 */
	public static function criteria(mixed $words, mixed $facets): Criteria {
		return Criteria::parse($words, $facets, SheetFacets::ALL);
	}

	/**
	 * @param string $sort one of SHEET_SORTS, or empty for the default; relevance only with words
	 * @param bool $near also what has only some of the words, where nothing has all
	 * @return array<string, mixed> SheetListSchema of src/library/model.ts
	 * @throws ReasonException unknown_sort · bad_cursor · bad_limit
	 */
	public function list(Viewer $viewer, Criteria $criteria, string $sort = '', string $cursor = '', int $limit = self::DEFAULT_LIMIT, bool $near = false): array {
		if ($limit < 1 || $limit > self::MAX_LIMIT) {
			throw new ReasonException('bad_limit', details: ['max' => self::MAX_LIMIT]);
		}
		if ($sort !== '' && !isset(self::SORTS[$sort])) {
			throw new ReasonException('unknown_sort', details: ['field' => 'sort']);
		}
		[$seen, $within] = $this->seen($viewer);
		$query = $this->queries->query($viewer, $criteria, $within);
		$order = self::SORTS[$sort] ?? 'relevance';
		$order = $order === 'relevance' && $query->units === [] ? 'recent' : $order;
		$answer = $this->search->find($query, $this->queries->parser(), $criteria->words, $order, $cursor, $limit, $near);
		$sheets = $this->sheets->findByIds($answer->page->ids);
		return [
			'sheets' => $this->summaries($sheets, $seen, $answer),
			'facets' => $cursor === '' ? $this->facets->choices($answer) : null,
			'total' => $answer->page->total,
			'next' => $answer->page->next,
		] + ($answer->near ? ['near' => true] : [])
			+ ($answer->instead === [] ? [] : ['corrected' => $this->sentences->asWritten($sheets, $answer->instead)]);
	}

	/**
	 * The newest stories of several searches without words, over files that are looked up once.
	 *
	 * @param list<Criteria> $searches
	 * @param list<string> $facets whose choices are counted for the first search
	 * @return list<array{sheets: list<array<string, mixed>>, total: int, choices: array<string, list<array{id: string, label: string, count: int}>>}> StorySchema
	 */
	public function newest(Viewer $viewer, array $searches, array $facets, int $limit): array {
		[$seen, $within] = $this->seen($viewer);
		return array_map(function (int $i, Criteria $criteria) use ($viewer, $seen, $within, $facets, $limit): array {
			$answer = $this->search->find($this->queries->query($viewer, $criteria, $within), $this->queries->parser(), '', 'recent', '', $limit, false);
			return [
				'sheets' => array_map(
					fn (Sheet $sheet): array => $this->presenter->story(new SeenSheet($sheet, $seen[$sheet->getFileId()] ?? null, false)),
					$this->sheets->findByIds($answer->page->ids),
				),
				'total' => $answer->page->total,
				'choices' => $i === 0 ? $this->facets->choices($answer, $facets) : [],
			];
		}, array_keys($searches), $searches);
	}

	/**
	 * The sheets of these files, including drafts the viewer may change, in the requested order.
	 *
	 * @return list<array<string, mixed>> SheetSummarySchema
	 * @throws ReasonException wrong_type · too_many
	 */
	public function ofFiles(Viewer $viewer, mixed $fileIds): array {
		$ids = [];
		foreach (Fields::list($fileIds, 'file', self::FILES) as $i => $id) {
			$ids[] = Input::number($id) ?? throw new ReasonException('wrong_type', details: ['field' => "file.$i"]);
		}
		$seen = $this->access->ofFiles($viewer, $ids);
		$summaries = [];
		foreach (array_unique($ids) as $id) {
			if (isset($seen[$id])) {
				$summaries[] = $this->presenter->summary($seen[$id]);
			}
		}
		return $summaries;
	}

	/**
	 * The stories of the public showcase, the newest first without words.
	 *
	 * @param list<string> $facets whose choices are counted
	 * @return array{sheets: list<array<string, mixed>>, facets: array<string, list<array{id: string, label: string, count: int}>>, next: ?string, corrected?: list<array{from: string, to: string}>} as of SheetPresenter::showcase()
	 * @throws ReasonException bad_cursor
	 */
	public function showcase(Criteria $criteria, string $cursor, array $facets = []): array {
		$query = $this->queries->query(Viewer::visitor(), $criteria, $this->shownToAll());
		$answer = $this->search->find($query, $this->queries->parser(), $criteria->words, $query->units === [] ? 'recent' : 'relevance', $cursor, self::DEFAULT_LIMIT, false);
		$sheets = $this->sheets->findByIds($answer->page->ids);
		$shown = array_filter(array_map($this->presenter->showcase(...), $sheets));
		return [
			'sheets' => array_values($shown),
			'facets' => $facets === [] ? [] : $this->facets->choices($answer, $facets),
			'next' => $answer->page->next,
		]
			+ ($answer->instead === [] ? [] : ['corrected' => $this->sentences->asWritten(array_values(array_intersect_key($sheets, $shown)), $answer->instead, true)]);
	}

	/**
	 * @return array<string, mixed> as of SheetPresenter::showcase()
	 * @throws ReasonException not_found: there is none, or it is not in the showcase
	 */
	public function showcased(int $fileId): array {
		$sheet = $this->files->within([$fileId]) === [] ? null : $this->sheets->findByFile($fileId);
		return ($sheet === null ? null : $this->presenter->showcase($sheet)) ?? throw ReasonException::notFound();
	}

	/** @return list<int> ids of the showcased sheets whose files are still in the library, also if one left without an event */
	private function shownToAll(): array {
		$showcased = $this->sheets->showcased();
		return array_values(array_intersect_key($showcased, $this->files->within(array_keys($showcased))));
	}

	/**
	 * @return array{array<int, SeenFile>, ?list<int>} the files with a published sheet that the viewer has, and the ids of their sheets; null if
	 *         these are all that can be found
	 */
	private function seen(Viewer $viewer): array {
		$published = $this->sheets->published();
		$seen = $this->files->seen((string)$viewer->uid, array_keys($published));
		$whole = $this->root->of((string)$viewer->uid)->whole;
		$within = $other = [];
		$there = 0;
		foreach ($published as $fileId => ['id' => $id, 'gone' => $gone]) {
			$there += $gone ? 0 : 1;
			if (isset($seen[$fileId])) {
				$within[] = $id;
			}
			if (isset($seen[$fileId]) ? $gone : !$gone && $whole) {
				$other[] = $fileId;
			}
		}
		// These changed or disappeared without an event.
		$this->places->settleFiles($other);
		// Missing files are not in the index: the others are all there are.
		return [$seen, $other === [] && count($within) === $there ? null : $within];
	}

	/**
	 * @param list<Sheet> $sheets
	 * @param array<int, SeenFile> $seen
	 * @return list<array<string, mixed>> SheetSummarySchema
	 */
	private function summaries(array $sheets, array $seen, Answer $answer): array {
		$summaries = [];
		foreach ($sheets as $sheet) {
			$words = $this->sentences->in($sheet, $answer->query->units, $answer->page->fields[(int)$sheet->getId()] ?? []);
			$summaries[] = $this->presenter->summary(new SeenSheet($sheet, $seen[$sheet->getFileId()] ?? null, false), $words);
		}
		return $summaries;
	}
}
