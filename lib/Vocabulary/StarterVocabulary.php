<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Shared\ImportReport;

/** The initial lists of a network, as shipped; scripts/build.mjs builds the file. */
class StarterVocabulary {
	private const FILE = __DIR__ . '/../../data/vocabulary.json';

	public function __construct(
		private readonly VocabularyImport $import,
	) {
	}

	/** Adds what the network does not have yet; terms that a person changed or removed are unchanged. */
	public function load(): ImportReport {
		return $this->import->import(json_decode((string)file_get_contents(self::FILE), true, 64, JSON_THROW_ON_ERROR));
	}
}
