<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Utility;

use DateTime;
use DateTimeZone;

interface ITimeFactory {
	public function getTime(): int;
	public function getDateTime(string $time = 'now', ?DateTimeZone $timezone = null): DateTime;
}
