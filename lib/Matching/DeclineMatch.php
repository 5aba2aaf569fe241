<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** A person does not want another to be suggested again, or does after all. A proposal of the other waits for them again then. */
class DeclineMatch {
	use Atomic;

	public function __construct(
		private readonly DeclineMapper $declines,
		private readonly IntroductionMapper $introductions,
		private readonly IntroductionNotifications $notifications,
		private readonly People $people,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @throws ReasonException own_card · not_found if either card was erased at the same moment
	 */
	public function decline(Member $subject, Member $other): void {
		$ids = [$subject->ownerId(), $other->ownerId()];
		if ($ids[0] === $ids[1]) {
			throw new ReasonException('own_card', Http::STATUS_CONFLICT);
		}
		$proposal = $this->atomicAgain(function () use ($ids): ?Introduction {
			$this->people->hold(...$ids);
			if (count($this->people->briefly($ids)) < count($ids)) {
				throw ReasonException::notFound();
			}
			$this->declines->add($ids[0], $ids[1], $this->clock->getTime());
			$introduction = $this->introductions->findBetween(...$ids);
			$proposal = $introduction?->is(Introduction::PROPOSED) === true ? $introduction : null;
			if ($proposal?->getFromId() === $ids[0]) {
				// They do not want what they proposed any more.
				$this->introductions->delete($proposal);
			}
			return $proposal;
		}, $this->db);
		if ($proposal !== null) {
			$this->notifications->withdraw((int)$proposal->getId());
		}
	}

	public function undo(Member $subject, Member $other): void {
		$this->declines->remove($subject->ownerId(), $other->ownerId());
	}
}
