<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCP\AppFramework\Utility\ITimeFactory;

/** Whenever jobs run: sends the next mails of letters that are being sent. */
class LetterJob extends PeriodicJob {
	/** Seconds after which the next run continues. */
	private const MOST = 240;

	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly PostLetters $letters,
	) {
		parent::__construct($time, $tables, 60);
	}

	protected function work(): void {
		$this->letters->run(self::MOST);
	}
}
