<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\People;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\SharedCache;
use OCA\Reseau\Territory\Territories;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * The first page of the library: a few stories of each kind, with any outcome, as far as the viewer has their files, and the viewer's own stories and
 * drafts.
 */
class LibraryStories {
	/** Number of stories of each kind. */
	private const MOST = 4;
	/** Number of the viewer's own stories. */
	private const OWN = 50;
	private const THEMES = 12;
	/** How long a text that can be signed is shown to people who have not signed it, in seconds; after that it no longer asks for attention. */
	private const ASKED = 30 * 86_400;

	public function __construct(
		private readonly SheetSearch $search,
		private readonly SheetMapper $sheets,
		private readonly SheetAccess $access,
		private readonly SheetPresenter $presenter,
		private readonly People $people,
		private readonly Territories $territories,
		private readonly SharedCache $cache,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return array<string, mixed> StoriesSchema of src/library/model.ts */
	public function present(Viewer $viewer): array {
		$places = $this->places($viewer);
		// A sheet with an outcome describes an experience; methods, texts and tools are found by their themes.
		$searches = array_map(static fn (array $facets): Criteria => new Criteria(facets: $facets), [
			[], ['outcome' => SheetRules::OUTCOMES], ['help' => [SheetFacets::WANTED]], ['kind' => SheetRules::SIGNABLE],
		]);
		if ($places !== []) {
			$searches[] = new Criteria(facets: ['territory' => array_column($places, 'id')]);
		}
		$found = $this->search->newest($viewer, $searches, ['term'], self::MOST);
		$some = static fn (array $one): array => ['sheets' => $one['sheets'], 'total' => $one['total']];
		return [
			'fresh' => $some($found[1]),
			'wanted' => $some($found[2]),
			'signable' => $some($found[3]),
			'toSign' => $this->toSign($viewer, $found[3]['sheets']),
			'themes' => array_slice($found[0]['choices']['term'], 0, self::THEMES),
			'all' => $some($found[0]),
			'near' => $places === [] ? null : ['places' => $places] + $some($found[4]),
			'mine' => $this->mine($viewer),
		];
	}

	/**
	 * @param list<array<string, mixed>> $sheets StorySchema of texts to sign
	 * @return list<string> the files of new texts that the viewer could sign and has not signed; a folder has no text
	 */
	private function toSign(Viewer $viewer, array $sheets): array {
		$files = array_column(array_filter($sheets, static fn (array $sheet): bool => !($sheet['file']['folder'] ?? true)), 'fileId');
		$own = $viewer->memberId === null || $files === [] ? null : $this->people->byId($viewer->memberId);
		if ($own?->isShown() !== true) {
			return [];
		}
		$new = array_keys($this->sheets->publishedSince($this->clock->getTime() - self::ASKED));
		return array_values(array_diff(array_intersect($files, $new), $this->sheets->filesSignedBy($own->ownerId())));
	}

	/** @return list<array{id: string, label: string}> the départements of the viewer's territories, which count as near */
	private function places(Viewer $viewer): array {
		$own = $viewer->memberId === null ? null : $this->people->byId($viewer->memberId);
		$places = [];
		foreach ($own?->cardParts()['territories'] ?? [] as ['kind' => $kind, 'code' => $code]) {
			// The names of places are slow to read.
			$around = $this->cache->get("around $kind:$code", fn (): array => $this->territories->around($kind, $code));
			foreach (is_array($around) ? $around : [] as $place) {
				if ($place['kind'] === 'departement') {
					$places[$place['code']] = ['id' => "departement:{$place['code']}", 'label' => $place['name']];
				}
			}
		}
		return array_values($places);
	}

	/** @return list<array<string, mixed>> StorySchema: stories that name the viewer, unfinished ones first, then the last changed */
	private function mine(Viewer $viewer): array {
		$files = $viewer->memberId === null ? [] : $this->sheets->filesOfAuthor($viewer->memberId);
		$mine = array_values($this->access->ofFiles($viewer, $files));
		usort($mine, static fn (SeenSheet $a, SeenSheet $b): int => [$a->sheet->isPublished(), $b->sheet->getChangedAt(), (int)$b->sheet->getId()]
			<=> [$b->sheet->isPublished(), $a->sheet->getChangedAt(), (int)$a->sheet->getId()]);
		return array_map($this->presenter->story(...), array_slice($mine, 0, self::OWN));
	}
}
