<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Circles;

use OCA\Circles\Exceptions\CircleNotFoundException;
use OCA\Circles\Model\Circle;
use RuntimeException;
use Sandbox\Service\Teams;

/** What Teams lets other apps read, without a user. */
class CirclesManager {
	private bool $open = false;

	public function __construct(
		private readonly Teams $teams,
	) {
	}

	public function startSuperSession(bool $forceSync = false): void {
		$this->open = true;
	}

	public function stopSession(): void {
		$this->open = false;
	}

	public function getCircle(string $singleId): Circle {
		if (!$this->open) {
			throw new RuntimeException('No session was started');
		}
		$team = $this->teams->find($singleId);
		if ($team === null) {
			throw new CircleNotFoundException('Circle not found');
		}
		return new Circle($singleId, $this->teams->members($singleId), $team['config']);
	}
}
