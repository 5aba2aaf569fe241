<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary\Event;

use OCP\EventDispatcher\Event;

/** Some words have a new meaning: listeners update what was stored under them, in the same transaction. */
class VocabularyChanged extends Event {
	/**
	 * @param list<string> $terms the previous meanings of the words
	 * @param list<string> $names folded: custom words with these names now mean a term
	 */
	public function __construct(
		public readonly array $terms,
		public readonly array $names,
	) {
		parent::__construct();
	}
}
