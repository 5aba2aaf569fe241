<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Proposals to meet and questions what came of it, to the person and to people whose cards they keep; for facilitators, introductions that wait for a
 * mediator, or of theirs for a word.
 *
 * @template-implements IEventListener<Event>
 */
class IntroductionAwaitsListener implements IEventListener {
	/** With more people than this, the line counts them. */
	private const NAMED = 3;

	public function __construct(
		private readonly Introductions $introductions,
		private readonly IntroductionAccess $access,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof CollectingAwaits) {
			return;
		}
		$names = [];
		$counts = ['introductions' => 0, 'outcomes' => 0];
		foreach ($this->introductions->of($event->viewer) as $people) {
			$kind = $this->introductions->awaits($event->viewer, $people);
			if ($kind !== null) {
				$counts[$kind]++;
			}
			if ($kind === 'introductions') {
				$names[] = $people->known($event->viewer, Side::From)?->getName() ?? '';
			}
		}
		$event->add('introductions', $counts['introductions'], names: count($names) > self::NAMED ? [] : array_values(array_unique($names)));
		$event->add('outcomes', $counts['outcomes']);
		$event->add('mediations', $event->viewer->facilitator ? $this->mediations($event->viewer) : 0);
	}

	private function mediations(Viewer $viewer): int {
		return count(array_filter($this->introductions->mediated(), function (IntroducedPeople $people) use ($viewer): bool {
			$can = $this->access->canMediate($viewer, $people);
			return $can['take'] || ($can['tell'] && !$this->introductions->hasAnswered($viewer, $people));
		}));
	}
}
