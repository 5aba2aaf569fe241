<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Calendar;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\Days;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Ends the addresses of a person when they withdraw or their card is erased, and the addresses of a group with the group.
 *
 * @template-implements IEventListener<Event>
 */
class CalendarMemberListener implements IEventListener {
	public function __construct(
		private readonly FeedMapper $feeds,
		private readonly Groups $groups,
		private readonly People $people,
		private readonly Days $days,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberWithdrawn, $event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof GroupDeleted => $this->feeds->deleteOfGroup($event->groupId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $event->leave('calendarAddresses', 'The addresses of the calendar were not imported: they are secret, and new ones are made under “Calendar”.'),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		$uid = $this->people->byId($memberId)?->getUid();
		if ($uid !== null) {
			$this->feeds->deleteOf($uid);
		}
	}

	/** Without the addresses: a person with this file must not get future dates. */
	private function export(MemberExporting $event): void {
		$titles = $this->groups->titles();
		$feeds = $event->uid === null ? [] : $this->feeds->findOf($event->uid);
		$group = static fn (Feed $feed): ?string => $feed->getGroupId() === Feed::ALL ? null : $titles[$feed->getGroupId()] ?? '';
		$event->add('calendarAddresses', array_map(static fn (Feed $feed): array => [
			'group' => $group($feed),
			'made' => gmdate(DATE_ATOM, $feed->getMadeAt()),
		], $feeds), $this->l->t('Addresses of the calendar'), fn (): array => array_map(fn (Feed $feed): array => [
			'text' => $group($feed) ?? $this->l->t('all my dates'),
			'about' => $this->l->t('made on %s', [DateWords::long($this->l, $this->days->of($feed->getMadeAt()))]),
		], $feeds));
	}
}
