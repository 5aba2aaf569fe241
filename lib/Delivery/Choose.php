<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCA\Reseau\Shared\ReasonException;

/** An account says how it wants to be notified of a kind. What waits for its next mail follows. */
class Choose {
	public function __construct(
		private readonly Choices $choices,
		private readonly Notifications $notifications,
	) {
	}

	/**
	 * @param mixed $kind raw input
	 * @param mixed $timing raw input
	 * @throws ReasonException unknown_kind · unknown_timing
	 */
	public function choose(string $uid, mixed $kind, mixed $timing): void {
		$kind = (is_string($kind) ? Kind::tryFrom($kind) : null) ?? throw new ReasonException('unknown_kind', details: ['field' => 'kind']);
		$timing = (is_string($timing) ? Timing::tryFrom($timing) : null) ?? throw new ReasonException('unknown_timing', details: ['field' => 'timing']);
		$this->set($uid, $kind, $timing);
	}

	public function set(string $uid, Kind $kind, Timing $timing): void {
		$this->choices->write($uid, $kind, $timing);
		$this->notifications->follow($uid, $kind, $timing);
	}
}
