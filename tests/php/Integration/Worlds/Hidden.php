<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration\Worlds;

use Closure;

/** Something that some viewers may not see, and the act that changes it. */
final class Hidden {
	/**
	 * @param string $what as a failure names it
	 * @param array<string, string> $seenBy where those who may see it do see it: name of a surface, by viewer
	 * @param Closure(): void $change
	 */
	public function __construct(
		public readonly string $what,
		public readonly array $seenBy,
		public readonly Closure $change,
	) {
	}

	public function isHiddenFrom(string $viewer): bool {
		return !isset($this->seenBy[$viewer]);
	}
}
