<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Two people would like to be introduced, and a facilitator has recorded it. If the viewer decides about one of the cards, that person has agreed; the other
 * is asked, unless the viewer decides about both.
 */
class IntroducePeople {
	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionAccess $access,
		private readonly AgreeIntroduction $agreeing,
		private readonly ProposeIntroduction $proposing,
		private readonly DeclineMapper $declines,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * In a transaction that holds the two cards. Does nothing if a card is not shown or the two are already introduced.
	 *
	 * @param ?string $mediator account; null: no facilitator has taken it on
	 * @return ?int the introduction, for notify(); null: nothing was changed
	 */
	public function introduce(Viewer $viewer, Member $one, Member $other, ?string $mediator): ?int {
		$says = array_values(array_filter([$one, $other], static fn (Member $member): bool => Visibility::keeps($viewer, $member)));
		if (!$one->isShown() || !$other->isShown() || $this->access->isStopped($one, $other)) {
			return null;
		}
		$now = $this->clock->getTime();
		$known = $this->introductions->findBetween($one->ownerId(), $other->ownerId());
		if ($known?->is(Introduction::ENDED, Introduction::UNTAKEN) === true) {
			// They want to now: otherwise neither would be asked.
			$this->introductions->delete($known);
			$known = null;
		}
		if ($says === []) {
			return null;
		}
		$ids = [$says[0]->ownerId(), ($says[0] === $one ? $other : $one)->ownerId()];
		if ($known !== null && ProposeIntroduction::isProposed($known, $ids[0], $now)) {
			return null;
		}
		$introduction = $this->proposing->write($known, $ids, true, $now, $mediator);
		if (isset($says[1]) && $introduction->is(Introduction::PROPOSED)) {
			$this->agreeing->agree($introduction);
		}
		return (int)$introduction->getId();
	}

	/** Once it is written. */
	public function notify(Viewer $viewer, int $id): void {
		$people = $this->reading->one($id);
		if ($people !== null) {
			$this->proposing->notify($viewer, $people);
		}
	}

	/**
	 * Whether a person whom the viewer decides about can still agree.
	 */
	public function awaits(Member $subject, Member $other): bool {
		$known = $this->introductions->findBetween($subject->ownerId(), $other->ownerId());
		return ($known === null || $known->isOver($this->clock->getTime())) && $subject->isShown() && $other->isShown()
			&& !$this->declines->has($subject->ownerId(), $other->ownerId()) && !$this->access->isStopped($subject, $other);
	}
}
