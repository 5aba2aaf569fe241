<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Glossary;
use OCA\Reseau\Vocabulary\ResourceKinds;
use OCA\Reseau\Vocabulary\Vocabulary;

/** What words mean in the library: the labels of the vocabulary and of resource kinds, in French and in the reader's language, and the glossary. */
class SheetQueryParser {
	/** Lists of the vocabulary used on sheets. */
	private const LISTS = ['sectors', 'themes', 'publics'];

	private ?QueryParser $parser = null;

	public function __construct(
		private readonly Vocabulary $vocabulary,
		private readonly ResourceKinds $kinds,
		private readonly Glossary $glossary,
		private readonly ReaderLanguage $language,
	) {
	}

	public function parser(): QueryParser {
		$language = $this->language->code();
		return $this->parser ??= new QueryParser(
			$this->vocabulary->remember("sheet lexicon $language", fn (): array => QueryParser::fold($this->labels(array_values(array_unique(['fr', $language]))), $this->glossary->glossary())),
			'term',
		);
	}

	/**
	 * @param list<string> $languages
	 * @return list<array{string, string, string}> facet, id, label
	 */
	private function labels(array $languages): array {
		$labels = [];
		foreach (array_intersect_key($this->vocabulary->names($languages), array_flip(self::LISTS)) as $names) {
			foreach ($names as [$id, $name]) {
				$labels[] = ['term', $id, $name];
			}
		}
		foreach ($this->kinds->names($languages) as [$slug, $name]) {
			$labels[] = ['kind', $slug, $name];
		}
		return $labels;
	}
}
