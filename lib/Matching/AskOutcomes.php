<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Utility\ITimeFactory;

/** Once a day: asks what came of introductions whose day has come, and deletes those that are over. Run again, it does nothing. */
class AskOutcomes {
	/** Days for which what people said can be read. */
	private const SHOWN = 60;

	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly Introductions $reading,
		private readonly IntroductionAccess $access,
		private readonly IntroductionNotifications $notifications,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	public function run(): void {
		$now = $this->clock->getTime();
		foreach ($this->introductions->findToAsk($this->days->today()) as $introduction) {
			$people = $this->introductions->markAsked($introduction, $now) ? $this->reading->one((int)$introduction->getId()) : null;
			if ($people !== null) {
				$this->ask($people);
			}
		}
		$this->introductions->deleteOld($now - Introduction::DAYS * 86_400, $now - self::SHOWN * 86_400);
	}

	private function ask(IntroducedPeople $people): void {
		foreach (Side::cases() as $side) {
			$this->notifications->tell($people, $side);
		}
		$mediator = $this->access->mediator($people->introduction);
		if ($mediator !== null) {
			$this->notifications->tellAccount($people->id(), $mediator);
		}
	}
}
