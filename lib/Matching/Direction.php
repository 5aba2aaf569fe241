<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

/** Which of two people offers something to the other. DIRECTIONS of src/matching/model.ts. */
enum Direction: string {
	case TheyOffer = 'theyOffer';
	case IOffer = 'iOffer';
	case Both = 'both';
}
