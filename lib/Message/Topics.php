<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Event\DescribingTopics;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\IEventDispatcher;

/** Titles of what conversations are about, as far as a viewer may know of it. */
class Topics {
	public function __construct(
		private readonly People $people,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param list<Conversation> $conversations
	 * @return array<string, array<int, string>> by type and number; without what the viewer may not know of
	 */
	public function titles(Viewer $viewer, array $conversations): array {
		$ids = [];
		foreach ($conversations as $one) {
			$ids[$one->getAboutType()][$one->getAboutId()] = $one->getAboutId();
		}
		$titles = [Conversation::MEMBER => []];
		foreach ($this->people->briefly(array_values($ids[Conversation::MEMBER] ?? [])) as $id => $member) {
			if (People::knows($viewer, $member)) {
				$titles[Conversation::MEMBER][$id] = $member->getName();
			}
		}
		unset($ids[Conversation::MEMBER]);
		if ($ids === []) {
			return $titles;
		}
		$event = new DescribingTopics($viewer, array_map(array_values(...), $ids));
		$this->events->dispatchTyped($event);
		return $titles + $event->titles();
	}

	/** The title of a thing a conversation is about; null: it is about a card, or the viewer may not know of the thing. */
	public function title(Viewer $viewer, Conversation $conversation): ?string {
		return $conversation->getAboutType() === Conversation::MEMBER
			? null
			: $this->titles($viewer, [$conversation])[$conversation->getAboutType()][$conversation->getAboutId()] ?? null;
	}
}
