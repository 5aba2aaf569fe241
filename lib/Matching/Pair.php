<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

/** What one person seeks, with what another offers. The strength never leaves the server. */
final class Pair {
	public function __construct(
		public readonly Item $seek,
		public readonly Item $offer,
		public readonly float $strength,
		public readonly Degree $degree,
	) {
	}
}
