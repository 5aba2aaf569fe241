<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Search\QueryParser;
use OCA\Reseau\Vocabulary\Lexicon;

/** The meanings of words among members: the labels of the vocabulary, and the glossary. */
class MemberQueryParser {
	/** Criteria that the terms of a list of the vocabulary belong to. */
	private const FACETS = ['values' => ['value'], 'sectors' => ['sector', 'theme'], 'themes' => ['theme'], 'publics' => ['theme']];

	public function __construct(
		private readonly Lexicon $lexicon,
	) {
	}

	public function parser(): QueryParser {
		return $this->lexicon->parser('member', self::FACETS, 'theme');
	}
}
