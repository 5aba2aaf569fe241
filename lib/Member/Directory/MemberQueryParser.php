<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Glossary;
use OCA\Reseau\Vocabulary\Vocabulary;

/** What words mean among members: the labels of the vocabulary, in French and in the reader's language, and the glossary. */
class MemberQueryParser {
	/** Criteria that the terms of a list of the vocabulary belong to. */
	private const FACETS = ['values' => ['value'], 'sectors' => ['sector', 'theme'], 'themes' => ['theme'], 'publics' => ['theme']];

	private ?QueryParser $parser = null;

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly Glossary $glossary,
		private readonly ReaderLanguage $language,
	) {
	}

	public function parser(): QueryParser {
		$language = $this->language->code();
		return $this->parser ??= new QueryParser(
			$this->vocabulary->remember("lexicon $language", fn (): array => QueryParser::fold($this->labels(['fr', $language]), $this->glossary->glossary())),
			'theme',
		);
	}

	/**
	 * @param list<string> $languages
	 * @return list<array{string, string, string}> facet, id, label
	 */
	private function labels(array $languages): array {
		$labels = [];
		foreach ($this->vocabulary->names(array_values(array_unique($languages))) as $list => $names) {
			foreach (self::FACETS[$list] as $facet) {
				foreach ($names as [$id, $name]) {
					$labels[] = [$facet, $id, $name];
				}
			}
		}
		return $labels;
	}
}
