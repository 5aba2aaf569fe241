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
 * Notifies each person, once a week at most, of one whom they could meet: somebody among the first of their page of people to meet, of whom they were
 * never notified. A round over all people takes as many runs as it needs, and begins a week after the last.
 */
class SuggestMatches {
	/** People of one run. */
	public const AT_ONCE = 200;

	private const WEEK = 7 * 86400;

	/** Only who is among so many first. */
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
		$told = $this->suggestions->timesOf($person->ownerId());
		$lately = $told !== [] && max($told) > $this->clock->getTime() - self::WEEK;
		if ($lately || !$person->isShown() || $this->choices->of($uid, Kind::Match) === Timing::Never) {
			return;
		}
		$best = array_keys($this->matches->of($this->viewers->of($uid), $person, self::FIRST));
		$new = array_values(array_diff($best, array_keys($told)))[0] ?? null;
		// Written before it is sent: a run that ends in between notifies nobody twice.
		if ($new !== null && $this->suggestions->add($person->ownerId(), $new, $this->clock->getTime()) && !$this->notifications->tell($new, $uid)) {
			$this->suggestions->remove($person->ownerId(), $new);
		}
	}
}
