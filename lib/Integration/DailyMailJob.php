<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Delivery\DailyMail;
use OCA\Reseau\Matching\AnnounceNotices;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;

/** Several times an hour: morning comes at different times for different people, failed mails are retried, and an urgent need does not wait long. */
class DailyMailJob extends PeriodicJob {
	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly DailyMail $mail,
		private readonly AnnounceNotices $announcing,
	) {
		parent::__construct($time, $tables, 900);
	}

	protected function work(): void {
		$this->mail->run();
		$this->announcing->run();
	}
}
