<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Removal;

use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/**
 * When the app is removed: its jobs that come again. Nextcloud runs this whenever an app is disabled, also by itself before an upgrade of its own, and puts
 * them back when it is enabled. So what would not come back stays: what waits to be done once, settings, what people chose, and data, which only
 * `occ reseau:purge` deletes.
 */
class RemoveJobs implements IRepairStep {
	public function __construct(
		private readonly OwnJobs $jobs,
	) {
	}

	public function getName(): string {
		return 'Remove the background jobs of Réseau';
	}

	public function run(IOutput $output): void {
		$this->jobs->remove(...array_keys(array_diff_key($this->jobs->counts(), $this->jobs->waiting())));
	}
}
