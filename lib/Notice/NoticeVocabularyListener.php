<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Search\Index;
use OCA\Reseau\Vocabulary\Event\CatchingUp;
use OCA\Reseau\Vocabulary\Event\VocabularyChanged;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Notices are found by the meaning of their terms: updates the search after a change of the vocabulary.
 *
 * @template-implements IEventListener<Event>
 */
class NoticeVocabularyListener implements IEventListener {
	/** Notices stored again in one batch, well below a second. */
	private const AT_ONCE = 200;

	public function __construct(
		private readonly NoticeIndex $notices,
		private readonly Index $index,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof VocabularyChanged) {
			$this->index->outdate($this->notices, $event->terms);
			$this->index->catchUp($this->notices, self::AT_ONCE);
		} elseif ($event instanceof CatchingUp) {
			if ($event->working) {
				$this->index->catchUp($this->notices, self::AT_ONCE);
			}
			$event->add($this->index->outdated($this->notices));
		}
	}
}
