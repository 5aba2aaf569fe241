<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\AppFramework\Http;
use OCP\IUserManager;
use OCP\Talk\IBroker;
use OCP\Talk\IConversation;
use Psr\Log\LoggerInterface;
use Throwable;

/** Conversations in Nextcloud Talk, if Talk is available. They are Talk's from then on: who moderates one changes and deletes it there. */
class TalkRooms {
	public function __construct(
		private readonly IBroker $talk,
		private readonly IUserManager $users,
		private readonly LoggerInterface $logger,
	) {
	}

	public function isPossible(): bool {
		return $this->talk->hasBackend();
	}

	/**
	 * Creates one for something of ours that has none yet. It is deleted at once, before anybody has seen its address, if it is not kept: another person
	 * may have created one at the same moment.
	 *
	 * @param string $uid who moderates it
	 * @param bool $public whether anyone with its address gets in, also without an account; else, those who are added in Talk
	 * @param callable(string): bool $keep stores its address, unless there is one by now; false: it is not kept
	 * @throws ReasonException talk_failed
	 */
	public function create(string $name, string $uid, bool $public, callable $keep): void {
		// Outside of a transaction: Talk writes too, and may be slow.
		$room = $this->room($name, $uid, $public);
		$kept = false;
		try {
			$kept = $keep($room->getAbsoluteUrl());
		} finally {
			if (!$kept) {
				$this->discard($room);
			}
		}
	}

	private function room(string $name, string $uid, bool $public): IConversation {
		$user = $this->users->get($uid);
		if ($user === null || !$this->isPossible()) {
			throw new ReasonException('talk_failed', Http::STATUS_CONFLICT);
		}
		try {
			return $this->talk->createConversation($name, [$user], $public ? $this->talk->newConversationOptions()->setPublic() : null);
		} catch (Throwable $e) {
			$this->logger->warning('Could not create a Talk conversation', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			throw new ReasonException('talk_failed', Http::STATUS_CONFLICT);
		}
	}

	private function discard(IConversation $room): void {
		try {
			$this->talk->deleteConversation($room->getId());
		} catch (Throwable $e) {
			$this->logger->warning('Could not delete a Talk conversation', ['app' => 'reseau', 'exceptionClass' => $e::class]);
		}
	}
}
