<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Meeting;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Deletes the meetings of a group with it, and adds an author's meetings to the export of their data.
 *
 * @template-implements IEventListener<Event>
 */
class MeetingGroupListener implements IEventListener {
	public function __construct(
		private readonly MeetingMapper $meetings,
		private readonly Meetings $all,
		private readonly Groups $groups,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof GroupDeleted => $this->all->forgetGroup($event->groupId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('meetings', 'The meetings were not imported: they belong to groups of the network the file comes from.'),
			default => null,
		};
	}

	private function export(MemberExporting $event): void {
		$titles = $this->groups->titles();
		$rows = array_map(static fn (Meeting $meeting): array => [
			'group' => $titles[$meeting->getGroupId()] ?? '',
			'title' => (string)$meeting->getTitle(),
			'day' => $meeting->getDay(),
			'time' => $meeting->getStartTime(),
			'endDay' => $meeting->getEndDay(),
			'endTime' => $meeting->getEndTime(),
			'place' => (string)$meeting->getPlace(),
			'agenda' => (string)$meeting->getAgenda(),
			'cancelled' => $meeting->isCancelled(),
		], $event->uid === null ? [] : $this->meetings->findWrittenBy($event->uid));
		$event->add('meetings', $rows, $this->l->t('Meetings'), fn (): array => array_map(fn (array $row): array => [
			'text' => $row['title'] === '' ? $this->l->t('Meeting') : $row['title'],
			'about' => MemberExporting::line([$row['group'], DateWords::long($this->l, $row['day']), $row['time'], $row['place'], $row['cancelled'] ? $this->l->t('cancelled') : ''], $row['agenda']),
		], $rows));
	}
}
