<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\GroupIndex;
use OCA\Reseau\Library\SheetIndex;
use OCA\Reseau\Notice\NoticeIndex;
use OCA\Reseau\Search\Index;
use OCA\Reseau\Search\Indexable;
use OCA\Reseau\Vocabulary\Event\CatchingUp;
use OCA\Reseau\Vocabulary\Event\VocabularyChanged;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Notices, sheets and groups are found by the meaning of their terms: updates the search after a change of the vocabulary. Cards also have custom
 * words (MemberVocabularyListener).
 *
 * @template-implements IEventListener<Event>
 */
class IndexFollowsVocabulary implements IEventListener {
	/** Things of a type that are indexed again in one batch, well below a second. */
	private const AT_ONCE = 200;

	/** @var list<Indexable> */
	private readonly array $types;

	public function __construct(
		NoticeIndex $notices,
		SheetIndex $sheets,
		GroupIndex $groups,
		private readonly Index $index,
	) {
		$this->types = [$notices, $sheets, $groups];
	}

	public function handle(Event $event): void {
		foreach ($this->types as $type) {
			if ($event instanceof VocabularyChanged) {
				$this->index->outdate($type, $event->terms);
				$this->index->catchUp($type, self::AT_ONCE);
			} elseif ($event instanceof CatchingUp) {
				if ($event->working) {
					$this->index->catchUp($type, self::AT_ONCE);
				}
				$event->add($this->index->outdated($type));
			}
		}
	}
}
