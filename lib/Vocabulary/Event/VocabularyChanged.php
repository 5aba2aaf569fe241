<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary\Event;

use OCP\EventDispatcher\Event;

/** Some words stand for others than before: what was stored under them is to be looked at anew, in the same transaction. */
class VocabularyChanged extends Event {
	/**
	 * @param list<string> $terms what the words stood for before
	 * @param list<string> $names folded: words of people's own that are called so stand for a term by now
	 */
	public function __construct(
		public readonly array $terms,
		public readonly array $names,
	) {
		parent::__construct();
	}
}
