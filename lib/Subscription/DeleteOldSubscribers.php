<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Subscription\Event\SubscriberErased;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IDBConnection;

/** Once a day: deletes questions that were not answered and, of people who left and gave only an address, everything except the hash of the address. */
class DeleteOldSubscribers {
	use Atomic;

	private const AT_ONCE = 500;

	/** Seconds in which a person who left can come back by the same link. */
	public const KEPT = 30 * 86_400;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly SubscriberMapper $subscribers,
		private readonly FormerLinkMapper $formerLinks,
		private readonly Ledger $ledger,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	public function run(): void {
		$this->subscribers->forgetUnanswered($this->clock->getTime());
		$before = $this->clock->getTime() - self::KEPT;
		for ($after = 0; ($ids = $this->subscribers->findForgettable($after, $before, self::AT_ONCE)) !== []; $after = $ids[count($ids) - 1]) {
			// A decision of long ago may have been recorded yesterday.
			$lately = array_filter($this->ledger->ofSubscribers($ids), static fn (Consent $one): bool => $one->getRecordedAt() >= $before);
			foreach (array_diff($ids, array_map(static fn (Consent $one): int => (int)$one->getSubscriberId(), $lately)) as $id) {
				$this->atomicAgain(fn () => $this->forget($id, $before), $this->db);
			}
		}
	}

	private function forget(int $id, int $before): void {
		if ($this->subscribers->forgetAddress($id, $before)) {
			$this->ledger->forgetSubscriber($id);
			$this->formerLinks->forget($id);
			$this->events->dispatchTyped(new SubscriberErased($id));
		}
	}
}
