<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Shared\ReaderLanguage;

/** The meanings of words in a search: the labels of the vocabulary, in French and in the reader's language, and the glossary. */
class Lexicon {
	/** @var array<string, QueryParser> by what is searched */
	private array $parsers = [];

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Glossary $glossary,
		private readonly ReaderLanguage $language,
	) {
	}

	/**
	 * @param string $type of the searched things
	 * @param array<string, list<string>> $facets that the terms of a list of the vocabulary belong to, by list; terms of other lists are ignored
	 * @param string $facet that themes of the glossary belong to
	 * @param ?callable(list<string>): list<array{string, string, string}> $more other labels, by languages: facet, id, label
	 */
	public function parser(string $type, array $facets, string $facet, ?callable $more = null): QueryParser {
		$language = $this->language->code();
		return $this->parsers[$type] ??= new QueryParser($this->vocabulary->remember("$type lexicon $language", function () use ($language, $facets, $more): array {
			$languages = array_values(array_unique(['fr', $language]));
			return QueryParser::fold([...$this->labels($languages, $facets), ...$more === null ? [] : $more($languages)], $this->glossary->glossary());
		}), $facet);
	}

	/**
	 * For things with a facet `term`, their subjects.
	 *
	 * @param string $type of the searched things
	 */
	public function ofSubjects(string $type): QueryParser {
		return $this->parser($type, array_fill_keys(Vocabulary::SUBJECTS, ['term']), 'term');
	}

	/**
	 * @param list<string> $languages
	 * @param array<string, list<string>> $facets
	 * @return list<array{string, string, string}> facet, id, label
	 */
	private function labels(array $languages, array $facets): array {
		$labels = [];
		foreach (array_intersect_key($this->vocabulary->names($languages), $facets) as $list => $names) {
			foreach ($facets[$list] as $facet) {
				foreach ($names as [$id, $name]) {
					$labels[] = [$facet, $id, $name];
				}
			}
		}
		return $labels;
	}
}
