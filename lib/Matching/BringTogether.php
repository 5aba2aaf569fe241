<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Two people would like to be introduced by a facilitator who knows of it. Who decides about one of the cards says yes for that person; the other is asked,
 * unless it is the same who decides.
 */
class BringTogether {
	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionAccess $access,
		private readonly AgreeIntroduction $agreeing,
		private readonly IntroductionNotice $notice,
		private readonly DeclineMapper $declines,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Inside of a transaction that holds the two cards. Does nothing for cards that are not shown, or of people who are introduced already.
	 *
	 * @param ?string $mediator account; null: no facilitator has taken it on
	 * @return ?int the introduction to tell() of; null: nothing was changed
	 */
	public function bring(Viewer $viewer, Member $one, Member $other, ?string $mediator): ?int {
		$says = array_values(array_filter([$one, $other], static fn (Member $member): bool => Visibility::keeps($viewer, $member)));
		if ($says === [] || !$one->isShown() || !$other->isShown() || $this->access->isStopped($one, $other)) {
			return null;
		}
		$introduction = $this->proposed($says[0]->ownerId(), ($says[0] === $one ? $other : $one)->ownerId(), $mediator);
		if ($introduction === null) {
			return null;
		}
		// The other had proposed it, or has the same keeper.
		if (isset($says[1]) || $introduction->getFromId() !== $says[0]->ownerId()) {
			$this->agreeing->agree($introduction);
		}
		return (int)$introduction->getId();
	}

	/** Once it is written. */
	public function tell(Viewer $viewer, int $id): void {
		$people = $this->reading->one($id);
		if ($people === null) {
			return;
		}
		if ($people->introduction->is(Introduction::AGREED)) {
			$this->agreeing->tell($people, $viewer->uid);
		} elseif (!$this->reading->isDeclined($people->introduction)) {
			$this->notice->tell($people, Side::To);
		}
	}

	/**
	 * Whether a person whom the viewer decides about can still say that they would like to.
	 */
	public function awaits(Member $subject, Member $other): bool {
		$known = $this->introductions->findBetween($subject->ownerId(), $other->ownerId());
		return ($known === null || $known->isOver($this->clock->getTime())) && $subject->isShown() && $other->isShown()
			&& !$this->declines->has($subject->ownerId(), $other->ownerId()) && !$this->access->isStopped($subject, $other);
	}

	/** The proposal of the first, or that of the other which is there; null: nothing is left to say. */
	private function proposed(int $from, int $to, ?string $mediator): ?Introduction {
		$now = $this->clock->getTime();
		$known = $this->introductions->findBetween($from, $to);
		if ($known !== null && !$known->isOver($now) && !$known->is(Introduction::ENDED)) {
			if ($known->is(Introduction::AGREED) || $known->getFromId() === $from) {
				return null;
			}
			$known->setMediated(true);
			$known->setMediatorUid($mediator);
			return $known;
		}
		if ($known !== null) {
			$this->introductions->delete($known);
		}
		$this->declines->remove($from, $to);
		$introduction = Introduction::proposed($from, $to, true, $now);
		$introduction->setMediatorUid($mediator);
		return $this->introductions->insert($introduction);
	}
}
