<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

/** Whenever jobs run: sends the next mails of letters that are being sent. */
class LetterJob extends TimedJob {
	/** Seconds after which the next run continues. */
	private const MOST = 240;

	public function __construct(
		ITimeFactory $time,
		private readonly PostLetters $letters,
	) {
		parent::__construct($time);
		$this->setInterval(60);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	protected function run($argument): void {
		$this->letters->run(self::MOST);
	}
}
