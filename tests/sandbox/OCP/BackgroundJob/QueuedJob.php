<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\BackgroundJob;

use OCP\AppFramework\Utility\ITimeFactory;

/** Here it runs once, on request (Sandbox\Service\Jobs). */
abstract class QueuedJob implements IJob {
	public function __construct(
		protected ITimeFactory $time,
	) {
	}

	abstract protected function run($argument);
}
