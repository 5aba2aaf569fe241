<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

/** Controllers answer a change made from an old version with what others saved, so that nothing is lost. */
trait OrCurrent {
	/**
	 * @param callable(): mixed $change
	 * @param callable(): array<string, mixed> $current what is changed, as it is now
	 * @throws ReasonException those of $change
	 */
	private function orCurrent(callable $change, callable $current): void {
		try {
			$change();
		} catch (ReasonException $e) {
			throw $e->reason === 'stale_version' ? ReasonException::stale(current: $current()) : $e;
		}
	}
}
