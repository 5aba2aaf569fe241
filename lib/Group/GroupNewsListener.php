<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Event\CollectingNews;
use OCA\Reseau\Member\People;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Who joined a person's groups in the last weeks.
 *
 * @template-implements IEventListener<Event>
 */
class GroupNewsListener implements IEventListener {
	private const SECONDS = 30 * 86_400;
	private const GROUPS = 3;
	/** People named of a group. */
	private const NAMED = 3;
	/** Memberships read; more than are shown, as some people may be hidden. */
	private const MOST = 60;

	public function __construct(
		private readonly MembershipMapper $memberships,
		private readonly People $people,
		private readonly ITimeFactory $clock,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof CollectingNews || $event->viewer->groups === []) {
			return;
		}
		$viewer = $event->viewer;
		$entered = $this->memberships->findEntered(array_keys($viewer->groups), $this->clock->getTime() - self::SECONDS, self::MOST);
		$people = $this->people->briefly(array_map(static fn (Membership $one): int => $one->getMemberId(), $entered));
		$names = [];
		foreach ($entered as $one) {
			$member = $people[$one->getMemberId()] ?? null;
			if ($member !== null && $one->getMemberId() !== $viewer->memberId && People::knows($viewer, $member)) {
				$names[$one->getGroupId()][] = $member->getName();
			}
		}
		foreach (array_slice($names, 0, self::GROUPS, true) as $group => $its) {
			$event->news[] = [
				'group' => ['id' => $group, 'title' => $viewer->groups[$group]['title']],
				'names' => array_slice($its, 0, self::NAMED),
				'others' => max(0, count($its) - self::NAMED),
			];
		}
	}
}
