<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\Audience\Viewer;

/** Finds passages of some kinds, and reads them as they are now. */
interface PassageSource {
	/** Passages of a kind that are offered; a longer period has to be shortened. */
	public const MOST = 200;

	/**
	 * The events of a period that anyone may see, in few statements.
	 *
	 * @return array<string, list<int>> ids by kind, the newest first, at most MOST of each that this viewer may see
	 */
	public function found(Viewer $viewer, Period $period): array;

	/**
	 * @param array<string, list<int>> $ids by kind, also of kinds of other sources
	 * @return list<Passage> in no order; without things that are no longer shown to anyone
	 */
	public function read(array $ids, LetterWords $words): array;
}
