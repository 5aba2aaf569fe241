<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

use OCA\Reseau\Search\Event\CorrectingWords;
use OCA\Reseau\Search\Tokenizer;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * A word that people use in several situations is no slip, even if nobody here has written it: “honey” is not corrected into “money”.
 *
 * @template-implements IEventListener<Event>
 */
class KnownWordsListener implements IEventListener {
	public function __construct(
		private readonly KnowledgeBase $knowledge,
	) {
	}

	public function handle(Event $event): void {
		foreach ($event instanceof CorrectingWords ? $event->words : [] as $word) {
			if ($this->knowledge->get()->knows(Tokenizer::token($word))) {
				$event->keep($word);
			}
		}
	}
}
