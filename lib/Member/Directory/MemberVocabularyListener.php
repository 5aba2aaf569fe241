<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Directory;

use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Vocabulary\Event\CatchingUp;
use OCA\Reseau\Vocabulary\Event\CollectingOwnWords;
use OCA\Reseau\Vocabulary\Event\CountingTerms;
use OCA\Reseau\Vocabulary\Event\ExpressionsChanged;
use OCA\Reseau\Vocabulary\Event\VocabularyChanged;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Cards are found by the meaning of their terms: updates the search after a change of the vocabulary. Also counts the people with each term for the
 * vocabulary's editors.
 *
 * @template-implements IEventListener<Event>
 */
class MemberVocabularyListener implements IEventListener {
	/** Cards stored again in one batch, well below a second. */
	public const AT_ONCE = 200;

	public function __construct(
		private readonly MemberIndex $cards,
		private readonly TermUse $use,
		private readonly Vocabulary $vocabulary,
		private readonly Index $index,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof VocabularyChanged => $this->follow($event->terms, $event->names),
			$event instanceof ExpressionsChanged => $this->readAgain(),
			$event instanceof CountingTerms => $event->add($this->use->counts($event->uid, $event->ids)),
			$event instanceof CollectingOwnWords => [$event->groups, $event->more] = $this->use->ownWords($event->uid),
			$event instanceof CatchingUp => $event->add($this->left($event->working)),
			default => null,
		};
	}

	/**
	 * @param list<string> $terms
	 * @param list<string> $names
	 */
	private function follow(array $terms, array $names): void {
		$names = array_flip($names);
		foreach ($names === [] ? [] : TermUse::WRITTEN_IN as $facet) {
			$own = $this->vocabulary->custom($this->index->termsOf($this->cards, $facet));
			array_push($terms, ...array_filter($own, static fn (string $word): bool => isset($names[Fold::text($word)])));
		}
		$this->index->outdate($this->cards, array_values(array_unique($terms)));
		$this->index->catchUp($this->cards, self::AT_ONCE);
	}

	/** What any card is about may have changed. */
	private function readAgain(): void {
		$this->index->outdateAll($this->cards);
		$this->index->catchUp($this->cards, self::AT_ONCE);
	}

	private function left(bool $working): int {
		if ($working) {
			$this->index->catchUp($this->cards, self::AT_ONCE);
		}
		return $this->index->outdated($this->cards);
	}
}
