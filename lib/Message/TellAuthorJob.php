<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;

/** Notifies an unnamed author of a message. If this happened while its sender waits, the time it takes would reveal how the author is notified. */
class TellAuthorJob extends QueuedJob {
	public function __construct(
		ITimeFactory $time,
		private readonly DeliverMessage $delivery,
	) {
		parent::__construct($time);
	}

	/** @param mixed $argument number of the message */
	protected function run($argument): void {
		$this->delivery->notifyAuthor((int)$argument);
	}
}
