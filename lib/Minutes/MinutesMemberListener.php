<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\PersonRefused;
use OCA\Reseau\Member\People;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Deletes a person's invitations with their card, with the group, and once they want no more questions; and the minutes of a group with it. Exports their drafts.
 *
 * @template-implements IEventListener<Event>
 */
class MinutesMemberListener implements IEventListener {
	public function __construct(
		private readonly AskMapper $asks,
		private readonly Drafts $drafts,
		private readonly People $people,
		private readonly GroupMinutesMapper $minutes,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->asks->deleteOfMember($event->memberId),
			$event instanceof MemberMerged => $this->asks->moveMember($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $event->add('minutesDrafts', $this->drafts->export((string)$this->people->byId($event->memberId)?->getUid())),
			$event instanceof PersonRefused => $this->asks->deletePerson($event->hashes),
			$event instanceof GroupDeleted => $this->forgetGroup($event->groupId),
			default => null,
		};
	}

	private function forgetGroup(int $id): void {
		$this->asks->deleteOfGroup($id);
		$this->minutes->deleteOfGroup($id);
	}
}
