<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\Highlight;
use OCA\Reseau\Search\QueryUnit;

/** Finds the words of a search in a sheet: the sentence with most of them. */
class SheetExcerpt {
	public function __construct(
		private readonly Highlight $highlight,
	) {
	}

	/**
	 * @param list<QueryUnit> $units
	 * @param array<string, true> $fields in which the index found one of the words
	 * @return ?array{text: string, marks: list<array{int, int}>} with the positions of the words (first character, length); null if they are only in
	 *         the title, or nowhere
	 */
	public function in(Sheet $sheet, array $units, array $fields): ?array {
		$best = null;
		foreach ($units === [] ? [] : $this->sentences($sheet, $fields) as $sentence) {
			$pieces = $this->highlight->mark($sentence, $units);
			if (count($pieces) > max(1, count($best ?? []))) {
				$best = $pieces;
			}
		}
		return $best === null ? null : self::placed($best);
	}

	/**
	 * @param list<Sheet> $sheets found
	 * @param array<string, string> $instead token by mistyped word
	 * @return list<array{from: string, to: string}> with the words as written in these sheets
	 */
	public function asWritten(array $sheets, array $instead): array {
		$all = array_fill_keys([...Sheet::TEXTS, ...SheetRules::CONTEXT, 'territories'], true);
		return $this->highlight->asWritten($instead, array_map(
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
			$text = $context[$field] ?? $sheet->text($field);
			array_push($sentences, ...(isset($fields[$field]) && $text !== '' ? preg_split(Highlight::SENTENCE, $text) : []));
		}
		return isset($fields['territories']) ? [...$sentences, ...array_column($context['territories'], 'name')] : $sentences;
	}

	/**
	 * @param list<string> $pieces alternately without and with a matching word
	 * @return array{text: string, marks: list<array{int, int}>}
	 */
	private static function placed(array $pieces): array {
		$text = '';
		$marks = [];
		foreach ($pieces as $i => $piece) {
			if ($i % 2 === 1) {
				$marks[] = [mb_strlen($text), mb_strlen($piece)];
			}
			$text .= $piece;
		}
		return ['text' => $text, 'marks' => $marks];
	}
}
