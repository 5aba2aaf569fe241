<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\ReconcileTeams;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Handles Teams' events; the hourly job finds what these do not report. The classes of Teams are named as strings, because it may not be installed. Nothing is
 * read from Teams here, since it is running with its own session.
 *
 * @template-implements IEventListener<Event>
 */
class TeamChanged implements IEventListener {
	public const ADDED = 'OCA\\Circles\\Events\\CircleMemberAddedEvent';
	public const REMOVED = 'OCA\\Circles\\Events\\CircleMemberRemovedEvent';
	public const DESTROYED = 'OCA\\Circles\\Events\\CircleDestroyedEvent';

	private const ACCOUNT = 1;

	public function __construct(
		private readonly ReconcileTeams $reconciling,
		private readonly LoggerInterface $logger,
	) {
	}

	public function handle(Event $event): void {
		try {
			$this->follow($event);
		} catch (Throwable $e) {
			// The operation in Teams has already succeeded, so a failure here must not undo it.
			$this->logger->warning('Could not update a group after a change of its team', ['app' => 'reseau', 'exceptionClass' => $e::class]);
		}
	}

	/** @param object $event one of those above */
	private function follow(object $event): void {
		$team = $event->getCircle()->getSingleId();
		if (is_a($event, self::DESTROYED)) {
			$this->reconciling->gone($team);
			return;
		}
		$member = $event->getMember();
		if ($member !== null && $member->getUserType() === self::ACCOUNT) {
			match (true) {
				// A person who has only asked to join has no level.
				is_a($event, self::ADDED) && $member->getLevel() > 0 => $this->reconciling->came($team, $member->getUserId()),
				is_a($event, self::REMOVED) => $this->reconciling->left($team, $member->getUserId()),
				default => null,
			};
		}
	}
}
