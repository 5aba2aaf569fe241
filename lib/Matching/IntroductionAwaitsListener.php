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
 * Shows on Home the proposals to meet and the questions about their outcome, to the person and to the keepers of their card; to facilitators, introductions
 * that wait for a mediator, or for the outcome of one of theirs.
 *
 * @template-implements IEventListener<Event>
 */
class IntroductionAwaitsListener implements IEventListener {
	public function __construct(
		private readonly Introductions $introductions,
		private readonly IntroductionAccess $access,
	) {
	}

	public function handle(Event $event): void {
		if (!$event instanceof CollectingAwaits) {
			return;
		}
		$lines = [];
		$outcomes = 0;
		foreach ($this->introductions->of($event->viewer) as $people) {
			$kind = $this->introductions->awaits($event->viewer, $people);
			if ($kind === 'introductions') {
				$lines[] = self::proposal($event->viewer, $people);
			} elseif ($kind === 'outcomes') {
				$outcomes++;
			}
		}
		$event->name('introductions', $lines);
		$event->add('outcomes', $outcomes);
		$event->add('mediations', $event->viewer->facilitator ? $this->mediations($event->viewer) : 0);
	}

	/** @return array<string, mixed> a line of AwaitSchema */
	private static function proposal(Viewer $viewer, IntroducedPeople $people): array {
		$to = $people->member(Side::To);
		$by = $people->known($viewer, Side::From)?->getName();
		return ($by === null ? [] : ['by' => $by])
			+ ($to === null || $to->ownerId() === $viewer->memberId ? [] : ['member' => ['id' => $to->ownerId(), 'uid' => $to->getUid(), 'name' => $to->getName()]]);
	}

	private function mediations(Viewer $viewer): int {
		return count(array_filter($this->introductions->mediated(), function (IntroducedPeople $people) use ($viewer): bool {
			$can = $this->access->canMediate($viewer, $people);
			return $can['take'] || ($can['tell'] && !$this->introductions->hasAnswered($viewer, $people));
		}));
	}
}
