<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Vocabulary\Lexicon;
use OCA\Reseau\Vocabulary\ResourceKinds;

/** The meanings of words in the library: the labels of the vocabulary and of resource kinds, and the glossary. */
class SheetQueryParser {
	/** Lists of the vocabulary used on sheets. */
	private const FACETS = ['sectors' => ['term'], 'themes' => ['term'], 'publics' => ['term']];

	public function __construct(
		private readonly Lexicon $lexicon,
		private readonly ResourceKinds $kinds,
	) {
	}

	public function parser(): QueryParser {
		return $this->lexicon->parser('sheet', self::FACETS, 'term', fn (array $languages): array => array_map(
			static fn (array $kind): array => ['kind', ...$kind],
			$this->kinds->names($languages),
		));
	}
}
