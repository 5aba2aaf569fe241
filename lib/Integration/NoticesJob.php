<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Notice\EndingNotices;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;

/** Once a day, at a quiet hour. */
class NoticesJob extends PeriodicJob {
	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly EndingNotices $ending,
	) {
		parent::__construct($time, $tables, 24 * 3600);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
	}

	protected function work(): void {
		$this->ending->run();
	}
}
