<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Search\Reindex;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/**
 * After an upgrade, and when the app is enabled: stores everything not yet in the current search format. Continues where it was stopped, and does
 * nothing if everything is up to date.
 */
class IndexAfterUpgrade implements IRepairStep {
	public function __construct(
		private readonly Reindex $reindex,
		private readonly IndexedTypes $types,
	) {
	}

	public function getName(): string {
		return 'Make everything in Réseau findable';
	}

	public function run(IOutput $output): void {
		if ($this->reindex->isDone()) {
			return;
		}
		$told = null;
		$this->reindex->run($this->types->types(), false, static function (int $done, int $total) use ($output, &$told): void {
			if ($told === null) {
				$output->startProgress($total);
			}
			$output->advance($done - (int)$told);
			$told = $done;
		});
		$output->finishProgress();
	}
}
