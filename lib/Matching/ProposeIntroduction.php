<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\Interactions;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/**
 * A person wants to meet another. Both cards are locked meanwhile, so of two who propose it to each other at the same moment, the second agrees. Who has
 * declined gets no notification, and who proposes cannot see that.
 */
class ProposeIntroduction {
	use Atomic;

	/** Proposals of one account; each sends a notification. */
	private const MOST = [ActionLimit::HOUR => 10, ActionLimit::DAY => 20];
	/** To one person, for it can be taken back and proposed again. */
	private const MOST_TO_ONE = [ActionLimit::DAY => 3];

	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionAccess $access,
		private readonly AgreeIntroduction $agreeing,
		private readonly IntroductionNotifications $notifications,
		private readonly DeclineMapper $declines,
		private readonly People $people,
		private readonly ActionLimit $limit,
		private readonly Interactions $interactions,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param Member $subject the viewer's card, or one they keep
	 * @param mixed $mediated raw input
	 * @return int number of the introduction
	 * @throws ReasonException wrong_type · enough_introductions · enough_introductions_today · not_found · restricted · those of IntroductionAccess::requireProposing()
	 */
	public function propose(Viewer $viewer, Member $subject, Member $other, mixed $mediated): int {
		$mediated = Input::flag($mediated, 'mediated');
		$this->access->requireProposing($viewer, $subject, $other, $mediated);
		$ids = [$subject->ownerId(), $other->ownerId()];
		$now = $this->clock->getTime();
		$known = $this->introductions->findBetween(...$ids);
		if ($known !== null && self::isProposed($known, $ids[0], $now)) {
			return (int)$known->getId();
		}
		$this->interactions->requireAllowed($viewer->uid, $other->getUid());
		$this->limit->count('reseau-introduction', self::MOST, 'enough_introductions');
		$this->limit->count("reseau-introduction-$ids[1]", self::MOST_TO_ONE, 'enough_introductions');
		$new = false;
		$id = $this->atomicAgain(function () use ($viewer, $ids, $mediated, $now, &$new): int {
			$this->people->hold(...$ids);
			$people = $this->people->byIds($ids);
			if (count($people) < 2 || !People::knows($viewer, $people[$ids[1]])) {
				throw ReasonException::notFound();
			}
			$this->access->requireProposing($viewer, $people[$ids[0]], $people[$ids[1]], $mediated);
			$known = $this->introductions->findBetween(...$ids);
			$new = $known === null || !self::isProposed($known, $ids[0], $now);
			return (int)($new ? $this->write($known, $ids, $mediated, $now) : $known)?->getId();
		}, $this->db);
		$written = $new ? $this->reading->one($id) : null;
		if ($written !== null) {
			$this->tell($viewer, $written);
		}
		return $id;
	}

	/** Whether there is nothing left to do: this person has proposed it, or both have agreed. */
	public static function isProposed(Introduction $introduction, int $from, int $now): bool {
		return $introduction->is(Introduction::AGREED)
			|| ($introduction->is(Introduction::PROPOSED) && $introduction->getFromId() === $from && !$introduction->isOver($now));
	}

	/**
	 * Inside of a transaction that holds the two cards, unless it isProposed().
	 *
	 * @param ?Introduction $known the one of the two people, in whatever state
	 * @param array{int, int} $ids who proposes, and to whom
	 * @param ?string $mediator account of the facilitator who has taken it on
	 */
	public function write(?Introduction $known, array $ids, bool $mediated, int $now, ?string $mediator = null): Introduction {
		$this->declines->remove(...$ids);
		if ($known !== null && $known->is(Introduction::PROPOSED) && !$known->isOver($now)) {
			// The other proposed it before: with help, if one of the two wants it.
			$known->setMediated($known->isMediated() || $mediated);
			$known->setMediatorUid($mediator ?? $known->getMediatorUid());
			$this->agreeing->agree($known);
			return $known;
		}
		if ($known !== null) {
			$this->introductions->delete($known);
		}
		$introduction = Introduction::proposed($ids[0], $ids[1], $mediated, $now);
		$introduction->setMediatorUid($mediator);
		return $this->introductions->insert($introduction);
	}

	/** Once it is written. */
	public function tell(Viewer $viewer, IntroducedPeople $people): void {
		if ($people->introduction->is(Introduction::AGREED)) {
			$this->agreeing->tell($people, $viewer->uid);
		} elseif (!$this->reading->isDeclined($people->introduction)) {
			$this->notifications->tell($people, Side::To);
		}
	}
}
