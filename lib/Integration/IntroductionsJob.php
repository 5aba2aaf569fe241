<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Matching\AskOutcomes;
use OCA\Reseau\Matching\EndUntaken;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;

/** Once a day, at a quiet hour. */
class IntroductionsJob extends PeriodicJob {
	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly AskOutcomes $asking,
		private readonly EndUntaken $ending,
	) {
		parent::__construct($time, $tables, 24 * 3600);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
	}

	protected function work(): void {
		$this->ending->run();
		$this->asking->run();
	}
}
