<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Matching\AskOutcomes;
use OCA\Reseau\Matching\EndUntaken;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Once a day, at a quiet hour. */
class IntroductionsJob extends TimedJob {
	public function __construct(
		ITimeFactory $time,
		private readonly AskOutcomes $asking,
		private readonly EndUntaken $ending,
	) {
		parent::__construct($time);
		$this->setInterval(24 * 3600);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	protected function run($argument): void {
		$this->ending->run();
		$this->asking->run();
	}
}
