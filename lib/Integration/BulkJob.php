<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Message\DeliverBulk;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

/** Whenever jobs run: sends the mails of messages to many that were not sent with the request. */
class BulkJob extends TimedJob {
	/** Seconds after which the next run continues. */
	private const MOST = 120;

	public function __construct(
		ITimeFactory $time,
		private readonly DeliverBulk $delivery,
	) {
		parent::__construct($time);
		$this->setInterval(60);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	protected function run($argument): void {
		$this->delivery->resume($this->time->getTime() + self::MOST);
	}
}
