<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

/** A background job that never runs twice at the same time, nor on tables that are not those of this code: it would fail each time. */
abstract class PeriodicJob extends TimedJob {
	/** @param int $seconds from one run to the next, at least */
	public function __construct(
		ITimeFactory $time,
		private readonly InstalledTables $tables,
		int $seconds,
	) {
		parent::__construct($time);
		$this->setInterval($seconds);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	final protected function run($argument): void {
		if ($this->tables->fitCode()) {
			$this->work();
		}
	}

	abstract protected function work(): void;
}
