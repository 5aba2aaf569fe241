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

/** Conversations in Nextcloud Talk, if Talk is available. From then on they belong to Talk: their moderators change and delete them there. */
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
	 * @param string $uid the account that moderates it
	 * @param bool $public whether anyone with its address gets in, also without an account; otherwise only people who are added in Talk
	 * @throws ReasonException talk_failed
	 */
	public function create(string $name, string $uid, bool $public): IConversation {
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

	/** Deletes a conversation that was just created and whose address no one has seen. */
	public function discard(IConversation $room): void {
		try {
			$this->talk->deleteConversation($room->getId());
		} catch (Throwable $e) {
			$this->logger->warning('Could not delete a Talk conversation', ['app' => 'reseau', 'exceptionClass' => $e::class]);
		}
	}
}
