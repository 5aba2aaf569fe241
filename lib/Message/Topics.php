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

/** Titles of the subjects of conversations, as far as a viewer may know them. */
class Topics {
	public function __construct(
		private readonly People $people,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * @param list<Conversation> $conversations
	 * @return array<string, array<int, array{id: int, title: string}>> by type and number, `id` is the number of the page; without topics that the viewer may not see
	 */
	public function all(Viewer $viewer, array $conversations): array {
		$ids = [];
		foreach ($conversations as $one) {
			$ids[$one->getAboutType()][$one->getAboutId()] = $one->getAboutId();
		}
		$topics = [Conversation::MEMBER => []];
		foreach ($this->people->briefly(array_values($ids[Conversation::MEMBER] ?? [])) as $id => $member) {
			if (People::knows($viewer, $member)) {
				$topics[Conversation::MEMBER][$id] = ['id' => $id, 'title' => $member->getName()];
			}
		}
		unset($ids[Conversation::MEMBER]);
		if ($ids === []) {
			return $topics;
		}
		$event = new DescribingTopics($viewer, array_map(array_values(...), $ids));
		$this->events->dispatchTyped($event);
		return $topics + $event->topics();
	}

	/** The title of a conversation's subject; null: it is about a card, or the viewer may not know of the subject. */
	public function title(Viewer $viewer, Conversation $conversation): ?string {
		return $conversation->getAboutType() === Conversation::MEMBER
			? null
			: $this->all($viewer, [$conversation])[$conversation->getAboutType()][$conversation->getAboutId()]['title'] ?? null;
	}
}
