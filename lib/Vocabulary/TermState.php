<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

/** Whether a word of the vocabulary is there to be chosen. Whatever it is, cards that have the word keep it. */
enum TermState: string {
	case Offered = 'offered';
	/** No longer to be chosen; shown and found where it was. */
	case Retired = 'retired';
	/** Stands for another one of its list. */
	case Merged = 'merged';
	/** Nobody uses it, as far as the person who took it out could see: off the page, and its label is kept for whoever has it. */
	case Removed = 'removed';
}
