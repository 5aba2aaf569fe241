<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\PersonRefused;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Deletes a person's invitations with their card, with the group, and if they want no more questions; and the minutes of a group with it. Exports their drafts.
 *
 * @template-implements IEventListener<Event>
 */
class MinutesMemberListener implements IEventListener {
	public function __construct(
		private readonly AskMapper $asks,
		private readonly Drafts $drafts,
		private readonly GroupMinutesMapper $minutes,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->asks->deleteOfMember($event->memberId),
			$event instanceof MemberMerged => $this->asks->moveMember($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('minutesDrafts', 'Minutes under review were not imported: they name people of another network. Import the minutes themselves.'),
			$event instanceof PersonRefused => $this->asks->deletePerson($event->hashes),
			$event instanceof GroupDeleted => $this->forgetGroup($event->groupId),
			default => null,
		};
	}

	private function export(MemberExporting $event): void {
		$rows = $this->drafts->export((string)$event->uid);
		$event->add('minutesDrafts', $rows, $this->l->t('Minutes'), fn (): array => array_map(fn (array $row): array => [
			'text' => $row['name'],
			'about' => $this->l->t('The text is in the JSON file.'),
		], $rows));
	}

	private function forgetGroup(int $id): void {
		$this->asks->deleteOfGroup($id);
		$this->minutes->deleteOfGroup($id);
	}
}
