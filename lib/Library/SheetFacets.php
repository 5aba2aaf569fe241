<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Choices;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Shared\SharedCache;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** The library's criteria and the labels of their choices. */
class SheetFacets {
	/** SHEET_FACETS of src/library/model.ts. */
	public const ALL = ['kind', 'outcome', 'help', 'territory', 'term', 'group'];

	/** The one choice of `help`: the sheet says what help is wanted. */
	public const WANTED = 'wanted';

	/** @var ?array<array-key, string> */
	private ?array $words = null;

	/** @var ?array<int, string> */
	private ?array $titles = null;

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly Groups $groups,
		private readonly Choices $choices,
		private readonly SharedCache $cache,
		private readonly ReaderLanguage $language,
		private readonly SheetWords $sheetWords,
	) {
	}

	/**
	 * Choices with current terms: the address may be from before some terms were merged.
	 *
	 * @param array<string, list<string>> $chosen terms by facet
	 * @return array<string, list<string>>
	 */
	public function meant(array $chosen): array {
		return isset($chosen['term']) ? array_replace($chosen, ['term' => $this->vocabulary->resolveAll($chosen['term'])]) : $chosen;
	}

	/**
	 * The choices of criteria, as in Choices; outcomes in a fixed order, because none ranks above another.
	 *
	 * @param list<string> $facets among ALL
	 * @return array<string, list<array{id: string, label: string, count: int}>>
	 */
	public function choices(Answer $answer, array $facets = self::ALL): array {
		return $this->choices->of($answer, $facets, $this->label(...), ['outcome' => SheetRules::OUTCOMES]);
	}

	private function label(string $facet, string $id): string {
		return match ($facet) {
			'kind' => $this->sheetWords->kind($id),
			'outcome' => $this->sheetWords->outcome($id),
			'help' => $this->sheetWords->help(),
			// A region's file is large.
			'territory' => $this->cache->get("name of $id", fn (): ?string => $this->territories->name(...explode(':', $id, 2) + ['', ''])) ?? $id,
			'group' => ($this->titles ??= $this->groups->titles())[(int)$id] ?? $id,
			default => ($this->words ??= $this->vocabulary->labelsById($this->language->code()))[$id] ?? $id,
		};
	}
}
