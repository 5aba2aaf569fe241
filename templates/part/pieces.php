<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Reseau\Shared\FixedSpaces;

/** @var list<string> $pieces a sentence; pieces alternate without and with a found word */
foreach ($pieces as $index => $piece) {
	if ($index % 2 === 1) { ?><mark class="found-text"><?php p($piece); ?></mark><?php } else {
		p(FixedSpaces::in($piece));
	}
}
