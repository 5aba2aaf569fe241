<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

/** The days a letter covers, and their first and last second. */
final class Period {
	/**
	 * @param string $from YYYY-MM-DD
	 * @param string $until YYYY-MM-DD, the last of its days
	 * @param int $begins seconds since 1970
	 * @param int $ends seconds since 1970, the first moment after it
	 */
	public function __construct(
		public readonly string $from,
		public readonly string $until,
		public readonly int $begins,
		public readonly int $ends,
	) {
	}
}
