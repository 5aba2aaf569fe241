<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Notifications;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Library\SheetMapper;
use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Link\Event\LinkRemoved;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\Notices;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Notifies the owners of the two ends when someone else links them: the people who may remove that link (Thing::isKept()). The notification holds the
 * number of the link.
 *
 * @template-implements IEventListener<Event>
 */
class LinkedNotifications implements IEventListener {
	public const LINKED = 'linked';

	public function __construct(
		private readonly Notifications $notifications,
		private readonly ToldLately $lately,
		private readonly People $people,
		private readonly SheetMapper $sheets,
		private readonly Groups $groups,
		private readonly Notices $notices,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof LinkMade && $event->id !== null) {
			$uids = array_unique(array_merge(...array_map($this->accountsOf(...), $event->ends)));
			$ends = implode(' ', array_map(static fn (Ref $end): string => $end->key(), $event->ends));
			foreach (array_diff($uids, [$event->byUid]) as $uid) {
				$this->notifications->send(Kind::Linked, self::LINKED, self::LINKED, (string)$event->id, $uid, $this->lately->again($uid, $ends));
			}
		} elseif ($event instanceof LinkRemoved) {
			$this->notifications->withdraw(self::LINKED, (string)$event->id);
		}
	}

	/** @return list<string> accounts of its owners: the author, the keeper of a card, the facilitators of a group */
	public function accountsOf(Ref $thing): array {
		$uids = match ($thing->type) {
			ThingType::Member => array_map(self::keeper(...), $this->people->briefly([$thing->id])),
			ThingType::Notice => array_map(self::keeper(...), array_filter([$this->notices->one($thing->id)?->author])),
			ThingType::File => array_map(static fn (Member $author): ?string => $author->getUid(), $this->people->briefly($this->sheets->findByFile($thing->id)?->authors ?? [])),
			ThingType::Group => $this->facilitators($thing->id),
			ThingType::Board, ThingType::Card => [],
		};
		return array_values(array_filter($uids, is_string(...)));
	}

	private static function keeper(Member $member): ?string {
		return $member->getUid() ?? $member->getStewardUid();
	}

	/** @return list<?string> */
	private function facilitators(int $groupId): array {
		$group = $this->groups->some([$groupId])[0] ?? null;
		return $group === null ? [] : array_map(static fn (int $member): ?string => $group->member($member)?->getUid(), array_keys($group->facilitators()));
	}
}
