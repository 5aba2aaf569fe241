<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\ReconcileTeams;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;

/** Once an hour: syncs changes in Teams that had no event. */
class TeamsJob extends PeriodicJob {
	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly ReconcileTeams $reconciling,
	) {
		parent::__construct($time, $tables, 3600);
	}

	protected function work(): void {
		$this->reconciling->run();
	}
}
