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
 * After an upgrade, and when the app is enabled: indexes what is not yet in the current search format, for a few seconds. CatchUpJob does the rest of a large
 * network, so that the upgrade does not wait for it.
 */
class IndexAfterUpgrade implements IRepairStep {
	/** How many seconds the upgrade waits; a batch is finished. */
	protected const SECONDS = 5;

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
		$end = hrtime(true) + static::SECONDS * 1e9;
		$this->reindex->run($this->types->types(), false, static function (int $done, int $total) use ($output, $end): bool {
			$goOn = hrtime(true) < $end;
			if (!$goOn && $done < $total) {
				$output->info("$done of $total are findable by their new words. The others keep their old ones until a background job has stored them; occ reseau:reindex does it now.");
			}
			return $goOn;
		});
	}
}
