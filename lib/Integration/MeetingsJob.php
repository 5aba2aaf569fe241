<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Matching\SuggestMatches;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;

/** Once an hour, for some of the people: each person's turn comes once a week. The class keeps its old name, because Nextcloud stores it. */
class MeetingsJob extends PeriodicJob {
	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly SuggestMatches $suggesting,
	) {
		parent::__construct($time, $tables, 3600);
	}

	protected function work(): void {
		$this->suggesting->run();
	}
}
