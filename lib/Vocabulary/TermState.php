<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

/** Whether a vocabulary term can be chosen. In any state, cards that have the term keep it. */
enum TermState: string {
	case Offered = 'offered';
	/** Can no longer be chosen; still shown and found where it is used. */
	case Retired = 'retired';
	/** Means another term of its list. */
	case Merged = 'merged';
	/** Removed by a person who saw no one using it: hidden from the page, but its label is kept for cards that have it. */
	case Removed = 'removed';
}
