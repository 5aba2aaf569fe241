<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Message\Conversation as Talk;
use OCA\Reseau\Message\Event\DescribingTopics;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Titles of groups that conversations are about. Everyone with an account sees every group.
 *
 * @template-implements IEventListener<Event>
 */
class GroupTopics implements IEventListener {
	public function __construct(
		private readonly GroupMapper $groups,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof DescribingTopics && $event->viewer->uid !== null) {
			$titles = [];
			foreach ($this->groups->findByIds($event->ids(Talk::GROUP)) as $group) {
				$titles[(int)$group->getId()] = $group->getTitle();
			}
			$event->add(Talk::GROUP, $titles);
		}
	}
}
