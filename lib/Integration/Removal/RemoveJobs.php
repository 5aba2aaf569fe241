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
 * Removes the app's recurring jobs when it is removed. Nextcloud runs this whenever an app is disabled, also before its own upgrades, and adds recurring jobs
 * again when it is enabled. So everything that would not come back is kept: queued jobs, settings, people's choices, and data, which only
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
