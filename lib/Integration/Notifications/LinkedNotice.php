<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notices;
use OCA\Reseau\Library\SheetMapper;
use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Link\Event\LinkRemoved;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Notifies people whose card, or whose story, somebody else linked to something. The notification holds the number of the link.
 *
 * @template-implements IEventListener<Event>
 */
class LinkedNotice implements IEventListener {
	public const LINKED = 'linked';

	public function __construct(
		private readonly Notices $notices,
		private readonly People $people,
		private readonly SheetMapper $sheets,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof LinkMade && $event->id !== null) {
			$uids = array_unique(array_merge(...array_map($this->accountsOf(...), $event->ends)));
			foreach (array_diff($uids, [$event->byUid]) as $uid) {
				$this->notices->send(Kind::Linked, self::LINKED, self::LINKED, (string)$event->id, $uid);
			}
		} elseif ($event instanceof LinkRemoved) {
			$this->notices->withdraw(self::LINKED, (string)$event->id);
		}
	}

	/** @return list<int> cards of the people whom a thing belongs to */
	public function ownersOf(Ref $thing): array {
		return match ($thing->type) {
			ThingType::Member => [$thing->id],
			ThingType::File => $this->sheets->findByFile($thing->id)?->authors ?? [],
			default => [],
		};
	}

	/** @return list<string> */
	private function accountsOf(Ref $thing): array {
		$uids = array_map(static fn (Member $member): ?string => $member->getUid(), $this->people->briefly($this->ownersOf($thing)));
		return array_values(array_filter($uids, is_string(...)));
	}
}
