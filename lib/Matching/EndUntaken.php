<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Atomic;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/**
 * Once a day: ends introductions that no facilitator has taken on for four weeks, and tells the two, who can propose it directly. What waits for a person who
 * no longer facilitates the network waits for the others, from then on. Run again, it does nothing.
 */
class EndUntaken {
	use Atomic;

	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionAccess $access,
		private readonly IntroductionNotifications $notifications,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	public function run(): void {
		$before = $this->clock->getTime() - Introduction::DAYS * 86_400;
		foreach ($this->introductions->findUnplanned($before) as $found) {
			$id = (int)$found->getId();
			$changed = $this->access->mediator($found) === null ? $this->change($id, $before) : null;
			$people = $changed === null ? null : $this->reading->one($id);
			if ($people === null) {
				continue;
			}
			$this->notifications->withdraw($id);
			if ($changed === Introduction::AGREED) {
				$this->notifications->tellFacilitators($id, null);
			} else {
				array_map(fn (Side $side): bool => $this->notifications->tell($people, $side), Side::cases());
			}
		}
	}

	/** @return ?string its state by now; null: it was changed in the meantime */
	private function change(int $id, int $before): ?string {
		return $this->atomicAgain(function () use ($id, $before): ?string {
			$this->introductions->hold($id);
			$one = $this->introductions->find($id);
			if ($one === null || !$one->is(Introduction::AGREED) || $one->isPlanned() || $one->getChangedAt() >= $before || $this->access->mediator($one) !== null) {
				return null;
			}
			if ($one->getMediatorUid() === null) {
				$one->setState(Introduction::UNTAKEN);
			}
			$one->setMediatorUid(null);
			$one->setChangedAt($this->clock->getTime());
			$this->introductions->update($one);
			return $one->getState();
		}, $this->db);
	}
}
