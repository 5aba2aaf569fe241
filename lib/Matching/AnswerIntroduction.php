<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** What the two people do with an introduction: agree, take it back or call it off, say that they cannot come. */
class AnswerIntroduction {
	use Atomic;

	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionAccess $access,
		private readonly AgreeIntroduction $agreeing,
		private readonly IntroductionWords $words,
		private readonly IntroductionNotifications $notifications,
		private readonly People $people,
		private readonly ITimeFactory $clock,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * Does nothing if both have agreed.
	 *
	 * @throws ReasonException not_found · own_proposal · introduction_card_hidden · introduction_other_hidden · introduction_over · conversation_stopped
	 */
	public function accept(Viewer $viewer, int $id): void {
		$new = $this->changed($viewer, $id, function (IntroducedPeople $people, ?Side $side): bool {
			$introduction = $people->introduction;
			if ($introduction->is(Introduction::AGREED)) {
				return false;
			}
			match (true) {
				$introduction->is(Introduction::ENDED, Introduction::UNTAKEN) => throw new ReasonException('introduction_over', Http::STATUS_CONFLICT),
				$side === Side::From => throw new ReasonException('own_proposal', Http::STATUS_CONFLICT),
				$people->member(Side::To)?->isShown() !== true => throw new ReasonException('introduction_card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY),
				$people->member(Side::From)?->isShown() !== true => throw new ReasonException('introduction_other_hidden', Http::STATUS_UNPROCESSABLE_ENTITY),
				default => $this->agreeing->agree($introduction),
			};
			return true;
		});
		if ($new) {
			$this->agreeing->tell($this->reading->one($id) ?? throw ReasonException::notFound(), $viewer->uid);
		}
	}

	/**
	 * A proposal that is taken back is gone. An introduction by a mediator that is called off is shown to the others as such for a while.
	 *
	 * @throws ReasonException not_found · not_your_proposal · introduced_already
	 */
	public function end(Viewer $viewer, int $id): void {
		[$before] = $this->access->involved($viewer, $id);
		$mediator = $this->access->mediator($before->introduction);
		$ended = $this->changed($viewer, $id, function (IntroducedPeople $people, ?Side $side): bool {
			$introduction = $people->introduction;
			if ($introduction->is(Introduction::ENDED, Introduction::UNTAKEN)) {
				return false;
			}
			if ($introduction->is(Introduction::PROPOSED)) {
				$side === Side::From || throw new ReasonException('not_your_proposal', Http::STATUS_CONFLICT);
				$this->introductions->delete($introduction);
				return true;
			}
			if ($side !== null && !$this->access->can($people, $side)['end']) {
				throw new ReasonException('introduced_already', Http::STATUS_CONFLICT);
			}
			$introduction->setState(Introduction::ENDED);
			$introduction->setChangedAt($this->clock->getTime());
			$this->introductions->update($introduction);
			return true;
		});
		if ($ended) {
			$this->notifications->withdraw($id);
			$this->tellEnd($viewer, $id, $mediator);
		}
	}

	/**
	 * @param array<array-key, mixed> $input AbsenceSchema of src/matching/introduction/model.ts, raw input
	 * @throws ReasonException not_found · wrong_type · bad_text · too_long · no_appointment
	 */
	public function absence(Viewer $viewer, int $id, array $input): void {
		$this->access->own($viewer, $id);
		$text = Input::flag($input['absent'] ?? null, 'absent') ? IntroductionRules::words($input['text'] ?? '') : null;
		$mediator = $this->changed($viewer, $id, function (IntroducedPeople $people, ?Side $side) use ($text): ?string {
			if ($side === null || !$this->access->can($people, $side)['absent']) {
				throw new ReasonException('no_appointment', Http::STATUS_CONFLICT);
			}
			if ($this->words->absence($people->introduction, $side) === $text) {
				return null;
			}
			$this->words->setAbsence($people->introduction, $side, $text);
			$this->introductions->update($people->introduction);
			return $this->access->mediator($people->introduction);
		});
		if ($mediator !== null) {
			$this->notifications->tellAccount($id, $mediator);
		}
	}

	/**
	 * Changes an introduction as it is now; the cards of the two are locked first, as everywhere.
	 *
	 * @template T
	 * @param callable(IntroducedPeople, ?Side): T $change without a side, the viewer is the mediator
	 * @return T
	 */
	private function changed(Viewer $viewer, int $id, callable $change): mixed {
		[$people] = $this->access->involved($viewer, $id);
		$cards = [$people->introduction->getFromId(), $people->introduction->getToId()];
		return $this->atomicAgain(function () use ($viewer, $id, $cards, $change): mixed {
			$this->people->hold(...$cards);
			$this->introductions->hold($id);
			return $change(...$this->access->involved($viewer, $id));
		}, $this->db);
	}

	/** To the others of an introduction that was called off. */
	private function tellEnd(Viewer $viewer, int $id, ?string $mediator): void {
		$people = $this->reading->one($id);
		if ($people === null) {
			return;
		}
		$accounts = [...$mediator === null ? [] : [$mediator]];
		foreach (Side::cases() as $side) {
			array_push($accounts, ...$this->notifications->accountsOf($people->member($side)));
		}
		foreach (array_diff(array_unique($accounts), [(string)$viewer->uid]) as $uid) {
			$this->notifications->tellAccount($id, $uid);
		}
	}
}
