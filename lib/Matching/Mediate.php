<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** A facilitator of the network introduces two people: takes the introduction on, sets place and time, or returns it to the others. */
class Mediate {
	use Atomic;

	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionAccess $access,
		private readonly IntroductionWords $words,
		private readonly IntroductionNotifications $notifications,
		private readonly IntroductionMail $mail,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * If two facilitators take it at the same moment, one of them gets it.
	 *
	 * @throws ReasonException not_yours · not_found · introduction_over · own_introduction · taken_already
	 */
	public function take(Viewer $viewer, int $id): void {
		$taken = $this->changed($viewer, $id, function (IntroducedPeople $people) use ($viewer): bool {
			$mediator = $this->access->mediator($people->introduction);
			if ($mediator === $viewer->uid) {
				return false;
			}
			match (true) {
				$mediator !== null => throw new ReasonException('taken_already', Http::STATUS_CONFLICT),
				IntroductionAccess::isOf($viewer, $people) => throw new ReasonException('own_introduction', Http::STATUS_CONFLICT),
				default => $people->introduction->setMediatorUid($viewer->uid),
			};
			return true;
		});
		if ($taken) {
			$this->notifications->withdraw($id);
			$this->notifyBoth($viewer, $id);
		}
	}

	/**
	 * Both people get a notification and a mail; the same appointment again sends nothing.
	 *
	 * @param array<array-key, mixed> $input MediationPlanSchema of src/matching/introduction/model.ts, raw input
	 * @return list<string> names of people who could be reached neither way, as of notifyBoth()
	 * @throws ReasonException not_yours · not_found · introduction_over · not_your_mediation · those of IntroductionRules::plan()
	 */
	public function plan(Viewer $viewer, int $id, array $input): array {
		$this->access->mediation($viewer, $id);
		$plan = IntroductionRules::plan($input, $this->days->today());
		$moved = $this->changed($viewer, $id, function (IntroducedPeople $people) use ($viewer, $plan): bool {
			$introduction = $people->introduction;
			if (!$this->access->canMediate($viewer, $people)['plan']) {
				throw new ReasonException('not_your_mediation', Http::STATUS_CONFLICT);
			}
			$moved = [$plan['place'], $plan['day'], $plan['time']] !== [$introduction->getPlace(), $introduction->getMeetOn(), $introduction->getMeetAt()];
			$introduction->setPlace($plan['place']);
			$introduction->setMeetOn($plan['day']);
			$introduction->setMeetAt($plan['time']);
			$introduction->setLookBack($plan['lookBack']);
			foreach ($moved ? Side::cases() : [] as $side) {
				if ($this->words->absence($introduction, $side) !== null) {
					$this->words->setAbsence($introduction, $side, null);
				}
			}
			return $moved;
		});
		if (!$moved) {
			return [];
		}
		$this->notifications->withdraw($id);
		return $this->notifyBoth($viewer, $id, true);
	}

	/**
	 * @throws ReasonException not_yours · not_found · introduction_over · not_your_mediation
	 */
	public function handOver(Viewer $viewer, int $id): void {
		$free = $this->changed($viewer, $id, function (IntroducedPeople $people) use ($viewer): bool {
			if ($this->access->mediator($people->introduction) === null) {
				return false;
			}
			if (!$this->access->canMediate($viewer, $people)['handOver']) {
				throw new ReasonException('not_your_mediation', Http::STATUS_CONFLICT);
			}
			$people->introduction->setMediatorUid(null);
			// The other facilitators get as much time as the first.
			$people->introduction->setChangedAt($this->clock->getTime());
			return true;
		});
		if ($free) {
			$this->notifications->withdraw($id, $viewer->uid);
			$this->notifications->notifyFacilitators($id, $viewer->uid);
		}
	}

	/**
	 * @param callable(IntroducedPeople): bool $change of the current introduction; true: it was changed
	 */
	private function changed(Viewer $viewer, int $id, callable $change): bool {
		$this->access->mediation($viewer, $id);
		return $this->atomicAgain(function () use ($viewer, $id, $change): bool {
			$this->introductions->hold($id);
			$people = $this->access->mediation($viewer, $id);
			$changed = $change($people);
			$this->introductions->update($people->introduction);
			return $changed;
		}, $this->db);
	}

	/** @return list<string> names of people who could not be reached, empty if the viewer may not see their card */
	private function notifyBoth(Viewer $viewer, int $id, bool $byMail = false): array {
		$people = $this->reading->one($id);
		$unreached = [];
		foreach ($people === null ? [] : Side::cases() as $side) {
			$notified = $this->notifications->notify($people, $side);
			$mailed = $byMail && $this->mail->appointment($people, $side, $this->notifications->accountsOf($people->member($side)));
			if (!$notified && !$mailed) {
				$unreached[] = $people->known($viewer, $side)?->getName() ?? '';
			}
		}
		return $unreached;
	}
}
