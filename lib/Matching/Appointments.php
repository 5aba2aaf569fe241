<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Shared\Audience\Viewer;

/** Where and when introduced people meet, for the calendars of both and of the facilitator who introduces them. */
class Appointments {
	public function __construct(
		private readonly Introductions $introductions,
		private readonly IntroductionAccess $access,
	) {
	}

	/** @return list<Introduction> with a place and a time: the viewer is one of the two, or their mediator */
	public function of(Viewer $viewer): array {
		$found = array_filter($this->introductions->of($viewer), static fn (IntroducedPeople $one): bool => IntroductionAccess::isOf($viewer, $one));
		if ($viewer->facilitator) {
			array_push($found, ...array_filter(
				$this->introductions->mediated(),
				fn (IntroducedPeople $one): bool => !IntroductionAccess::isOf($viewer, $one) && $this->access->mediator($one->introduction) === $viewer->uid,
			));
		}
		$all = array_map(static fn (IntroducedPeople $one): Introduction => $one->introduction, array_values($found));
		return array_values(array_filter($all, static fn (Introduction $one): bool => $one->is(Introduction::AGREED) && $one->isPlanned()));
	}
}
