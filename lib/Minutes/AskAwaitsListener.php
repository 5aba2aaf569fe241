<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Shared\Excerpt;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Shows on Home the questions of people the viewer invited by mail, until they are answered.
 *
 * @template-implements IEventListener<Event>
 */
class AskAwaitsListener implements IEventListener {
	/** Characters of a question. */
	private const EXCERPT = 140;

	public function __construct(
		private readonly AskMapper $asks,
		private readonly AskedData $data,
		private readonly Groups $groups,
		private readonly ITimeFactory $clock,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingAwaits && $event->viewer->uid !== null) {
			$event->name('ask_questions', $this->lines($event->viewer->uid));
		}
	}

	/** @return list<array<string, mixed>> lines of AwaitSchema */
	private function lines(string $uid): array {
		$asked = [];
		foreach ($this->asks->findWaitingOf($uid, $this->clock->getTime()) as $ask) {
			['name' => $name, 'talk' => $talk] = $this->data->read($ask);
			$last = end($talk);
			if ($last !== false && !$last['mine']) {
				$asked[$ask->getGroupId()][] = ($name === '' ? [] : ['by' => $name]) + ['text' => Excerpt::of($last['text'], self::EXCERPT)];
			}
		}
		$lines = [];
		foreach ($this->groups->some(array_keys($asked)) as $group) {
			$of = ['group' => ['id' => $group->id(), 'title' => $group->group->getTitle(), 'teamId' => $group->group->getTeamGone() === true ? null : $group->group->getTeamId()]];
			// A person who no longer decides about it cannot answer.
			if (!$group->group->is(Group::CLOSED) && $group->isFacilitatedBy($uid)) {
				array_push($lines, ...array_map(static fn (array $one): array => $of + $one, $asked[$group->id()]));
			}
		}
		return $lines;
	}
}
