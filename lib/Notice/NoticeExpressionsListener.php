<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Search\Index;
use OCA\Reseau\Vocabulary\Event\ExpressionsChanged;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * What any notice is about may have changed: a background job (CatchUpJob) reads them again.
 *
 * @template-implements IEventListener<ExpressionsChanged>
 */
class NoticeExpressionsListener implements IEventListener {
	public function __construct(
		private readonly Index $index,
		private readonly NoticeIndex $notices,
	) {
	}

	public function handle(Event $event): void {
		$this->index->outdateAll($this->notices);
	}
}
