<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** Whether a text asks or offers; the words of knowledge/sentences. */
enum Side: string {
	case Need = 'need';
	case Help = 'help';
}
