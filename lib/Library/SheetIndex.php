<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\Document;
use OCA\Reseau\Search\Indexable;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * What a sheet is found by: its words and terms, while it is published and its file exists. Which files a viewer may find is checked in every search
 * (SheetSearch); the members it names are not indexed, because some readers may not see them.
 */
class SheetIndex implements Indexable {
	public const TYPE = 'sheet';

	/** Searched texts, and the weight of a word in them. */
	private const WEIGHTS = ['summary' => 5, 'tried' => 3, 'happened' => 3, 'learnt' => 3, 'wanted' => 3, 'authorNames' => 4];
	private const CONTEXT_WEIGHT = 2;
	private const TITLE_WEIGHT = 9;
	private const PLACE_WEIGHT = 4;
	/** A place that contains the given one. */
	private const AROUND_WEIGHT = 3;
	private const NAME_LENGTH = 180;

	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
	) {
	}

	public function type(): string {
		return self::TYPE;
	}

	public function count(): int {
		return $this->sheets->countAll();
	}

	public function idsAfter(int $id, int $limit): array {
		return $this->sheets->idsAfter($id, $limit);
	}

	public function documents(array $ids): array {
		return array_values(array_filter(array_map($this->of(...), $this->sheets->findByIds($ids))));
	}

	/** @return ?Document null for drafts, and if the file is gone */
	public function of(Sheet $sheet): ?Document {
		if (!$sheet->isPublished() || $sheet->getGoneAt() !== null) {
			return null;
		}
		$all = $sheet->isShowcased() ? Audience::Public : Audience::Members;
		$document = new Document(self::TYPE, (int)$sheet->getId(), 0, $all, mb_substr(Fold::text($sheet->getTitle()), 0, self::NAME_LENGTH), (int)$sheet->getPublishedAt());
		$document->text('title', $sheet->getTitle(), $all, self::TITLE_WEIGHT);
		foreach (self::WEIGHTS as $name => $weight) {
			// The showcase names only authors who are in it themselves.
			$document->text($name, $sheet->text($name), $name === 'authorNames' ? Audience::Members : $all, $weight);
		}
		$context = $sheet->context();
		foreach (SheetRules::CONTEXT as $part) {
			$document->text($part, $context[$part], $all, self::CONTEXT_WEIGHT);
		}
		foreach ($context['territories'] as $place) {
			foreach ($this->territories->around($place['kind'], $place['code']) as $i => $territory) {
				$document->term('territory', "{$territory['kind']}:{$territory['code']}", $all);
				$document->text('territories', $territory['name'], $all, $i === 0 ? self::PLACE_WEIGHT : self::AROUND_WEIGHT);
			}
		}
		$document->term('kind', $sheet->getKind(), $all);
		if ($sheet->getOutcome() !== null) {
			$document->term('outcome', $sheet->getOutcome(), $all);
		}
		if ($sheet->text('wanted') !== '') {
			$document->term('help', SheetFacets::WANTED, $all);
		}
		foreach ($this->vocabulary->resolveAll($sheet->terms()) as $term) {
			$document->term('term', $term, $all);
		}
		foreach ($sheet->groups ?? [] as $group) {
			// It does not show groups that are not in it.
			$document->term('group', (string)$group, Audience::Members);
		}
		return $document;
	}
}
