<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\Excerpt;
use OCA\Reseau\Search\QueryUnit;

/** Finds the words of a search in a sheet: the sentence with most of them. */
class SheetExcerpt {
	public function __construct(
		private readonly Excerpt $excerpt,
	) {
	}

	/**
	 * @param list<QueryUnit> $units
	 * @param array<string, true> $fields in which the index found one of the words
	 * @return ?array{text: string, marks: list<array{int, int}>} null if the words are only in the title, or nowhere
	 */
	public function in(Sheet $sheet, array $units, array $fields): ?array {
		return $units === [] ? null : $this->excerpt->in($this->sentences($sheet, $fields), $units);
	}

	/**
	 * @param list<Sheet> $sheets found
	 * @param array<string, string> $instead token by mistyped word
	 * @param bool $public only in what visitors of the showcase see
	 * @return list<array{from: string, to: string}> with the words as written in these sheets
	 */
	public function asWritten(array $sheets, array $instead, bool $public = false): array {
		$all = array_fill_keys([...Sheet::TEXTS, ...SheetRules::CONTEXT, 'territories'], true);
		if ($public) {
			unset($all['authorNames']);
		}
		return $this->excerpt->asWritten($instead, array_map(
			fn (Sheet $sheet): string => implode("\n", [$sheet->getTitle(), ...$this->sentences($sheet, $all)]),
			$sheets,
		));
	}

	/**
	 * @param array<string, true> $fields
	 * @return list<string>
	 */
	private function sentences(Sheet $sheet, array $fields): array {
		$context = $sheet->context();
		$sentences = [];
		foreach (['summary', 'tried', 'happened', 'learnt', 'wanted', ...SheetRules::CONTEXT, 'authorNames'] as $field) {
			array_push($sentences, ...(isset($fields[$field]) ? Excerpt::sentences($context[$field] ?? $sheet->text($field)) : []));
		}
		return isset($fields['territories']) ? [...$sentences, ...array_column($context['territories'], 'name')] : $sentences;
	}
}
