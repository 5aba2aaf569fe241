<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Message\DeliverBulk;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;

/** Whenever jobs run: sends the mails of messages to many that were not sent with the request. */
class BulkJob extends PeriodicJob {
	/** Seconds after which the next run continues. */
	private const MOST = 120;

	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly DeliverBulk $delivery,
	) {
		parent::__construct($time, $tables, 60);
	}

	protected function work(): void {
		$this->delivery->resume($this->time->getTime() + self::MOST);
	}
}
