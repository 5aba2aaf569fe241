<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Event\NamingThings;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Titles of the groups that entries of the record of consents are about. Every account sees every group.
 *
 * @template-implements IEventListener<Event>
 */
class GroupConsents implements IEventListener {
	private const WHAT = [Consent::SHOWCASE_GROUP, Consent::SHOWCASE_GROUP_ENDED];

	public function __construct(
		private readonly Groups $groups,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof NamingThings && $event->reader->uid !== null) {
			$groups = $this->groups->bare($event->ids(...self::WHAT));
			$event->name(array_map(static fn (Group $group): string => $group->getTitle(), $groups), ...self::WHAT);
		}
	}
}
