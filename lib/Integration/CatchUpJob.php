<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\Reindex;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Every few minutes, and for at most a part of them: indexes again what is left after an upgrade, then what is left after a change of the vocabulary, unless
 * someone has the page open that does it.
 */
class CatchUpJob extends PeriodicJob {
	protected const SECONDS = 300;

	/** Objects stored in one batch. */
	private const PORTION = 200;

	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly IndexedTypes $types,
		private readonly Index $index,
		private readonly Reindex $reindex,
	) {
		parent::__construct($time, $tables, self::SECONDS);
	}

	protected function work(): void {
		$end = hrtime(true) + static::SECONDS / 2 * 1e9;
		if (!$this->reindex->isDone()) {
			$this->reindex->run($this->types->types(), false, static fn (): bool => hrtime(true) < $end);
		}
		foreach ($this->types->types() as $type) {
			while ($this->index->outdated($type) > 0 && hrtime(true) < $end) {
				$this->index->catchUp($type, self::PORTION);
			}
		}
	}
}
