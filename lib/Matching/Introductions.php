<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Utility\ITimeFactory;

/** Reads introductions with their people. */
class Introductions {
	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly DeclineMapper $declines,
		private readonly IntroductionWords $words,
		private readonly People $people,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	public function one(int $id): ?IntroducedPeople {
		$introduction = $this->introductions->find($id);
		return $introduction === null || $introduction->isOver($this->clock->getTime()) ? null : $this->with([$introduction])[0];
	}

	/** @return list<IntroducedPeople> that the viewer is shown, of theirs and of the people whose cards they keep; what waits for an answer first */
	public function of(Viewer $viewer): array {
		$now = $this->clock->getTime();
		$found = $this->with(array_values(array_filter($this->introductions->findOf($viewer), static fn (Introduction $one): bool => !$one->isOver($now))));
		$found = array_values(array_filter($found, fn (IntroducedPeople $one): bool => $this->isFor($viewer, $one)));
		$waits = fn (IntroducedPeople $one): int => $this->awaits($viewer, $one) === null ? 1 : 0;
		usort($found, static fn (IntroducedPeople $a, IntroducedPeople $b): int => $waits($a) <=> $waits($b));
		return $found;
	}

	/** @return list<IntroducedPeople> that two people asked the facilitators for */
	public function mediated(): array {
		return $this->with($this->introductions->findMediated());
	}

	/** Whether one of the two is shown it: a proposal that they declined, or of a person they cannot see, is not there for them. */
	public function isFor(Viewer $viewer, IntroducedPeople $people): bool {
		$side = $people->sideOf($viewer);
		if ($side === null) {
			return false;
		}
		return !$people->introduction->is(Introduction::PROPOSED) || $side === Side::From
			|| ($people->known($viewer, Side::From) !== null && !$this->isDeclined($people->introduction));
	}

	/** The person to whom it was proposed has said no, silently. */
	public function isDeclined(Introduction $introduction): bool {
		return $this->declines->has($introduction->getToId(), $introduction->getFromId());
	}

	/** What waits for an answer of this side: that they agree, or what came of it; null: nothing. */
	public function awaits(Viewer $viewer, IntroducedPeople $people): ?string {
		$side = $people->sideOf($viewer);
		return match (true) {
			$side === null => null,
			$people->introduction->is(Introduction::PROPOSED) => $side === Side::To ? 'introductions' : null,
			$people->introduction->isTimeToTell($this->days->today()) && !$this->hasAnswered($viewer, $people) => 'outcomes',
			default => null,
		};
	}

	/** Whether the viewer's side, or the viewer as mediator, has answered what came of it. */
	public function hasAnswered(Viewer $viewer, IntroducedPeople $people): bool {
		return $this->words->outcome($people->introduction, IntroductionWords::of($people->sideOf($viewer))) !== null;
	}

	/** The account is gone: what it had taken on waits for another facilitator. */
	public function forgetAccount(string $uid): void {
		$this->introductions->clearMediator($uid, $this->clock->getTime());
	}

	/**
	 * @param list<Introduction> $introductions
	 * @return list<IntroducedPeople>
	 */
	private function with(array $introductions): array {
		$ids = [];
		foreach ($introductions as $one) {
			array_push($ids, $one->getFromId(), $one->getToId());
		}
		$members = $this->people->byIds($ids);
		return array_map(static fn (Introduction $one): IntroducedPeople => new IntroducedPeople($one, $members), $introductions);
	}
}
