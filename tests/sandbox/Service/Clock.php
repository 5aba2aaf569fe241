<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use DateTime;
use DateTimeZone;
use OCP\AppFramework\Utility\ITimeFactory;

/** The time; a test may stop it. */
class Clock implements ITimeFactory {
	private ?int $stopped = null;

	/** @param ?int $seconds since 1970; null: the real time */
	public function stopAt(?int $seconds): void {
		$this->stopped = $seconds;
	}

	public function getTime(): int {
		return $this->stopped ?? time();
	}

	public function getDateTime(string $time = 'now', ?DateTimeZone $timezone = null): DateTime {
		$now = new DateTime('@' . $this->getTime());
		return $now->setTimezone($timezone ?? new DateTimeZone('UTC'))->modify($time);
	}
}
