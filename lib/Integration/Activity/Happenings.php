<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Activity;

use OCA\Reseau\Group\Event\GroupJoined;
use OCA\Reseau\Library\Event\StoryPublished;
use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJobList;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Publishes events of groups to Nextcloud's activity stream. A job does it: Nextcloud stores the account of a request as the author of its activities, and
 * keeps showing that account after its card is hidden. Nothing is stored about who caused an event, who may be the author of an anonymous story.
 *
 * @template-implements IEventListener<Event>
 */
class Happenings implements IEventListener {
	public const JOINED = 'joined';
	public const STORY = 'story';
	public const LINKED = 'linked';

	public function __construct(
		private readonly IJobList $jobs,
		private readonly ITimeFactory $clock,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof GroupJoined) {
			$this->publish(self::JOINED, $event->memberId, [$event->groupId]);
		} elseif ($event instanceof StoryPublished) {
			$this->publish(self::STORY, $event->fileId, $event->groupIds);
		} elseif ($event instanceof LinkMade && $event->id !== null) {
			$groups = array_filter($event->ends, static fn (Ref $end): bool => $end->type === ThingType::Group);
			$this->publish(self::LINKED, $event->id, array_values(array_map(static fn (Ref $end): int => $end->id, $groups)));
		}
	}

	/** @param list<int> $groups */
	private function publish(string $what, int $id, array $groups): void {
		foreach ($groups as $group) {
			$this->jobs->add(PublishJob::class, ['what' => $what, 'id' => $id, 'group' => $group, 'at' => $this->clock->getTime()]);
		}
	}
}
