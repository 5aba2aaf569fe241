<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Search\Event\CorrectingWords;
use OCA\Reseau\Search\Finder;
use OCA\Reseau\Search\Query;
use OCA\Reseau\Search\QueryUnit;
use OCA\Reseau\Search\Tokenizer;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * A word of a card that the viewer sees is no slip in a search for other things: above all the name of a person.
 *
 * @template-implements IEventListener<Event>
 */
class WordsOfCardsListener implements IEventListener {
	public function __construct(
		private readonly Finder $finder,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof CorrectingWords || $event->type === MemberIndex::TYPE) {
			return;
		}
		foreach ($event->words as $word) {
			if ($this->finder->ids(new Query(MemberIndex::TYPE, $event->viewer, [new QueryUnit($word, [Tokenizer::token($word) => 1.0])], []), 0) !== []) {
				$event->keep($word);
			}
		}
	}
}
