<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\FacetCounts;
use OCA\Reseau\Search\Nearest;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Shared\SharedCache;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** The library's criteria and the labels of their choices. */
class SheetFacets {
	/** SHEET_FACETS of src/library/model.ts. */
	public const ALL = ['kind', 'outcome', 'territory', 'term', 'group'];

	/** Choices of one criterion, in addition to the selected ones. */
	private const MOST = 40;

	/** @var ?array<array-key, string> */
	private ?array $words = null;

	/** @var ?array<int, string> */
	private ?array $titles = null;

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly Groups $groups,
		private readonly FacetCounts $counts,
		private readonly Nearest $nearest,
		private readonly SharedCache $cache,
		private readonly ReaderLanguage $language,
		private readonly SheetWords $sheetWords,
	) {
	}

	/**
	 * Choices as they are now: the address may be from before some terms were merged.
	 *
	 * @param array<string, list<string>> $chosen terms by facet
	 * @return array<string, list<string>>
	 */
	public function meant(array $chosen): array {
		return isset($chosen['term']) ? array_replace($chosen, ['term' => $this->vocabulary->resolveAll($chosen['term'])]) : $chosen;
	}

	/**
	 * The choices of every criterion, each with the number of sheets it would leave, ignoring the criterion's own choices.
	 *
	 * @return array<string, list<array{id: string, label: string, count: int}>>
	 */
	public function choices(Answer $answer): array {
		$query = $answer->query;
		$choices = [];
		foreach (self::ALL as $facet) {
			$chosen = $query->facets[$facet] ?? [];
			$others = $query->without($facet);
			// A choice that leaves nothing with all the words leaves what has some of them.
			$counts = $answer->none ? $this->nearest->counts($others, $facet) : $this->counts->ofFacet($others, $facet);
			$choices[$facet] = $this->present($facet, $counts, $chosen);
		}
		return $choices;
	}

	/**
	 * @param array<array-key, int> $counts by term
	 * @param list<string> $chosen
	 * @return list<array{id: string, label: string, count: int}> selected ones first, then by count, then by label; outcomes always in the same
	 *         order, because none ranks above another
	 */
	private function present(string $facet, array $counts, array $chosen): array {
		$choices = [];
		foreach ($counts + array_fill_keys($chosen, 0) as $id => $count) {
			$label = $this->label($facet, (string)$id);
			$key = $facet === 'outcome'
				? [array_search((string)$id, SheetRules::OUTCOMES, true)]
				: [!in_array((string)$id, $chosen, true), -$count, Fold::text($label)];
			$choices[] = [$key, ['id' => (string)$id, 'label' => $label, 'count' => $count]];
		}
		sort($choices);
		return array_column(array_slice($choices, 0, self::MOST + count($chosen)), 1);
	}

	private function label(string $facet, string $id): string {
		return match ($facet) {
			'kind' => $this->sheetWords->kind($id),
			'outcome' => $this->sheetWords->outcome($id),
			// A region's file is large.
			'territory' => $this->cache->get("name of $id", fn (): ?string => $this->territories->name(...explode(':', $id, 2) + ['', ''])) ?? $id,
			'group' => ($this->titles ??= $this->groups->titles())[(int)$id] ?? $id,
			default => ($this->words ??= $this->vocabulary->labelsById($this->language->code()))[$id] ?? $id,
		};
	}
}
