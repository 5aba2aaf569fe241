<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Event\CollectingNews;
use OCA\Reseau\Member\Event\CollectingWork;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Recent events in a person's groups: people who joined, changed mandates, and what is due.
 *
 * @template-implements IEventListener<Event>
 */
class GroupNewsListener implements IEventListener {
	private const SECONDS = 30 * 86_400;
	private const GROUPS = 3;
	/** Number of people named for each group. */
	private const NAMED = 3;
	/** Memberships read; more than are shown, as some people may be hidden. */
	private const MOST = 60;
	/** Cards shown, those due nearest to today. */
	private const CARDS = 5;

	public function __construct(
		private readonly GroupMapper $groups,
		private readonly MembershipMapper $memberships,
		private readonly DueCards $due,
		private readonly People $people,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CollectingNews && $event->viewer->groups !== []) {
			array_push($event->news, ...$this->joined($event->viewer), ...$this->mandates($event->viewer));
		} elseif ($event instanceof CollectingWork && $event->viewer->groups !== []) {
			array_push($event->lines, ...$this->due($event->viewer));
		}
	}

	/** @return list<array<string, mixed>> NewsSchema of src/member/home/model.ts */
	private function joined(Viewer $viewer): array {
		$entered = $this->memberships->findEntered(array_keys($viewer->groups), $this->since(), self::MOST);
		$people = $this->people->briefly(array_map(static fn (Membership $one): int => $one->getMemberId(), $entered));
		$names = $days = [];
		foreach ($entered as $one) {
			$member = $people[$one->getMemberId()] ?? null;
			if ($member !== null && $one->getMemberId() !== $viewer->memberId && People::knows($viewer, $member)) {
				$names[$one->getGroupId()][] = $member->getName();
				$days[$one->getGroupId()] ??= $this->days->of((int)$one->getEnteredAt(), $viewer->uid);
			}
		}
		$lines = [];
		foreach (array_slice($names, 0, self::GROUPS, true) as $group => $its) {
			$lines[] = [
				'kind' => 'joined',
				'group' => self::named($viewer, $group),
				'day' => $days[$group],
				'names' => array_slice($its, 0, self::NAMED),
				'others' => max(0, count($its) - self::NAMED),
			];
		}
		return $lines;
	}

	/** @return list<array<string, mixed>> NewsSchema */
	private function mandates(Viewer $viewer): array {
		$lines = [];
		foreach ($this->groups->findMandateChanged(array_keys($viewer->groups), $this->since(), self::MOST) as $group) {
			$by = $group->getMandateBy() === null ? null : $this->people->byUid($group->getMandateBy());
			if ($group->getMandateBy() !== $viewer->uid && count($lines) < self::GROUPS) {
				$lines[] = [
					'kind' => 'mandate',
					'group' => self::named($viewer, (int)$group->getId()),
					'day' => $this->days->of((int)$group->getMandateAt(), $viewer->uid),
				] + ($by !== null && People::knows($viewer, $by) ? ['by' => $by->getName()] : []);
			}
		}
		return $lines;
	}

	/** @return list<array<string, mixed>> WorkSchema */
	private function due(Viewer $viewer): array {
		$due = $this->due->of($viewer);
		$today = strtotime($this->days->today('now', $viewer->uid));
		usort($due, static fn (array $a, array $b): int => abs(strtotime((string)$a['card']->due) - $today) <=> abs(strtotime((string)$b['card']->due) - $today));
		return array_map(static fn (array $one): array => [
			'kind' => 'due',
			'group' => self::named($viewer, $one['group']),
			'day' => (string)$one['card']->due,
			'title' => $one['card']->title,
			'board' => $one['card']->boardId,
			'card' => $one['card']->id,
		], array_slice($due, 0, self::CARDS));
	}

	private function since(): int {
		return $this->clock->getTime() - self::SECONDS;
	}

	/** @return array{id: int, title: string} */
	private static function named(Viewer $viewer, int $group): array {
		return ['id' => $group, 'title' => $viewer->groups[$group]['title']];
	}
}
