<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Link\MakeLink;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** The two people and their mediator say what came of an introduction, and perhaps thanks to whom. */
class TellOutcome {
	use Atomic;

	private const THANKS = 'thanks-to';

	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly IntroductionAccess $access,
		private readonly IntroductionWords $words,
		private readonly IntroductionNotifications $notifications,
		private readonly MakeLink $links,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input OutcomeSchema of src/matching/introduction/model.ts, raw input
	 * @throws ReasonException not_found · wrong_type · bad_text · too_long · too_early · thanks_refused
	 */
	public function tell(Viewer $viewer, int $id, array $input): void {
		[$people, $side] = $this->access->involved($viewer, $id);
		$text = IntroductionRules::words($input['text'] ?? null);
		$thanks = Input::flag($input['thanks'] ?? false, 'thanks');
		$this->requireTime($viewer, $people, $side);
		if ($thanks && $side !== null) {
			$end = static fn (Side $one): array => ['type' => 'member', 'id' => (string)$people->introduction->memberId($one)];
			try {
				$this->links->make($viewer, ['a' => $end($side), 'relation' => self::THANKS, 'b' => $end($side->other())]);
			} catch (ReasonException) {
				// One of the two is hidden, or the network has retired the relation.
				throw new ReasonException('thanks_refused', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
		}
		$this->atomicAgain(function () use ($viewer, $id, $text): void {
			$this->introductions->hold($id);
			[$people, $side] = $this->access->involved($viewer, $id);
			$this->requireTime($viewer, $people, $side);
			$who = IntroductionWords::of($side);
			if ($this->words->outcome($people->introduction, $who) !== $text) {
				$this->words->setOutcome($people->introduction, $who, $text);
				$this->introductions->update($people->introduction);
			}
		}, $this->db);
		$this->notifications->withdraw($id, $viewer->uid);
	}

	private function requireTime(Viewer $viewer, IntroducedPeople $people, ?Side $side): void {
		if (!($side === null ? $this->access->canMediate($viewer, $people) : $this->access->can($people, $side))['tell']) {
			throw new ReasonException('too_early', Http::STATUS_CONFLICT);
		}
	}
}
