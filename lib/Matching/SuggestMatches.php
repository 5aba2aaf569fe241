<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Delivery\Choices;
use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCP\AppFramework\Services\IAppConfig;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * Notifies each person, once a week at most, of a person to meet: one of the first on their page of people to meet, of whom they were never notified. A round
 * over all people takes as many runs as it needs, and begins a week after the last.
 */
class SuggestMatches {
	/** People per run. */
	public const AT_ONCE = 200;

	private const WEEK = 7 * 86400;

	/** Only the first people of the page count. */
	private const FIRST = 3;

	/* Stored under the older name. */
	private const BEGAN = 'meetings_began';
	private const LAST = 'meetings_last';

	public function __construct(
		private readonly People $people,
		private readonly Viewers $viewers,
		private readonly Matches $matches,
		private readonly SuggestionMapper $suggestions,
		private readonly Choices $choices,
		private readonly MatchNotifications $notifications,
		private readonly IAppConfig $config,
		private readonly ITimeFactory $clock,
	) {
	}

	public function run(): void {
		$last = (int)$this->config->getAppValueString(self::LAST, lazy: true);
		if ($last === 0) {
			if ((int)$this->config->getAppValueString(self::BEGAN, lazy: true) > $this->clock->getTime() - self::WEEK) {
				return;
			}
			$this->config->setAppValueString(self::BEGAN, (string)$this->clock->getTime(), lazy: true);
		}
		$people = $this->people->withAccounts($last, self::AT_ONCE);
		array_map($this->toPerson(...), $people);
		$this->config->setAppValueString(self::LAST, count($people) < self::AT_ONCE ? '0' : (string)end($people)->ownerId(), lazy: true);
	}

	private function toPerson(Member $person): void {
		$uid = (string)$person->getUid();
		$notified = $this->suggestions->timesOf($person->ownerId());
		$lately = $notified !== [] && max($notified) > $this->clock->getTime() - self::WEEK;
		if ($lately || !$person->isShown() || $this->choices->of($uid, Kind::Match) === Timing::Never) {
			return;
		}
		$sure = array_filter($this->matches->of($this->viewers->of($uid), $person, self::FIRST), static fn (array $match): bool => $match['reason']->degree() === Degree::Sure);
		$best = array_keys($sure);
		$new = array_values(array_diff($best, array_keys($notified)))[0] ?? null;
		// Stored before it is sent: even if a run ends in between, no one is notified twice.
		if ($new !== null && $this->suggestions->add($person->ownerId(), $new, $this->clock->getTime()) && !$this->notifications->notify($new, $uid)) {
			$this->suggestions->remove($person->ownerId(), $new);
		}
	}
}
