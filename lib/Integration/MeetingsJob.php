<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Matching\SuggestMatches;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

/** Once an hour, for some of the people: each is looked at once a week. The name is older, and stays: Nextcloud stores it. */
class MeetingsJob extends TimedJob {
	public function __construct(
		ITimeFactory $time,
		private readonly SuggestMatches $suggesting,
	) {
		parent::__construct($time);
		$this->setInterval(3600);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	protected function run($argument): void {
		$this->suggesting->run();
	}
}
