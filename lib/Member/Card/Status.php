<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

/** The status of a card. Unless it is published, only its keeper sees it. */
enum Status: string {
	/** Kept for a person who has not yet consented. */
	case Draft = 'draft';
	case Published = 'published';
	/** Hidden until resumed; the person stays in their groups. */
	case Paused = 'paused';
	/** Hidden; the person has left the network and its groups. */
	case Withdrawn = 'withdrawn';
}
