<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\BackgroundJob;

use OCP\AppFramework\Utility\ITimeFactory;

/** Here a job runs on request (Sandbox\Service\Jobs), however long ago it last ran. */
abstract class TimedJob implements IJob {
	public function __construct(
		protected ITimeFactory $time,
	) {
	}

	public function setInterval(int $seconds): void {
	}

	public function setTimeSensitivity(int $sensitivity): void {
	}

	public function setAllowParallelRuns(bool $allow): void {
	}

	abstract protected function run($argument);
}
