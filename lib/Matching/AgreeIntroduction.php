<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Message\BeginConversation;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/** Both people want to meet. */
class AgreeIntroduction {
	public function __construct(
		private readonly IntroductionMapper $introductions,
		private readonly DeclineMapper $declines,
		private readonly BeginConversation $conversations,
		private readonly IntroductionNotifications $notifications,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	/**
	 * Inside of a transaction that holds the cards of the two: opens their conversation, or leaves it to a mediator.
	 *
	 * @throws ReasonException conversation_stopped
	 */
	public function agree(Introduction $introduction): void {
		['from' => $from, 'to' => $to] = ['from' => $introduction->getFromId(), 'to' => $introduction->getToId()];
		$introduction->setState(Introduction::AGREED);
		$introduction->setChangedAt($this->clock->getTime());
		if (!$introduction->isMediated()) {
			$introduction->setConversationId($this->conversations->introduce($from, $to, "{$introduction->getId()} {$introduction->getChangedAt()}"));
			$introduction->setLookBack($this->days->today('+3 weeks'));
		}
		$this->introductions->update($introduction);
		// Who declined before has changed their mind.
		$this->declines->remove($to, $from);
	}

	/**
	 * Once it is written.
	 *
	 * @param ?string $by the account that agreed
	 */
	public function tell(IntroducedPeople $people, ?string $by): void {
		$this->notifications->withdraw($people->id());
		$this->notifications->tell($people, Side::From);
		$mediator = $people->introduction->getMediatorUid();
		if ($mediator !== null) {
			$this->notifications->tellAccount($people->id(), $mediator);
		} elseif ($people->introduction->isMediated()) {
			$this->notifications->tellFacilitators($people->id(), $by);
		}
	}
}
