<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Delivery\DailyMail;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

/** Several times an hour: morning comes at different times for different people, and failed mails are retried. */
class DailyMailJob extends TimedJob {
	public function __construct(
		ITimeFactory $time,
		private readonly DailyMail $mail,
	) {
		parent::__construct($time);
		$this->setInterval(900);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	protected function run($argument): void {
		$this->mail->run();
	}
}
