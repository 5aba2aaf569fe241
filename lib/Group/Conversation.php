<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IUserManager;
use OCP\Talk\IBroker;
use Psr\Log\LoggerInterface;
use Throwable;

/** A group's conversation in Nextcloud Talk, if Talk is available. */
class Conversation {
	public function __construct(
		private readonly GroupMapper $groups,
		private readonly IBroker $talk,
		private readonly IUserManager $users,
		private readonly LoggerInterface $logger,
	) {
	}

	public function isPossible(): bool {
		return $this->talk->hasBackend();
	}

	/**
	 * Creates the conversation, moderated by the account; an existing one is kept. Talk decides who else joins: the group's Team can be added
	 * there.
	 *
	 * @throws ReasonException talk_failed
	 */
	public function make(Group $group, string $uid): void {
		if (($group->channel()['kind'] ?? '') === 'talk') {
			return;
		}
		$user = $this->users->get($uid);
		if ($user === null || !$this->isPossible()) {
			throw new ReasonException('talk_failed', Http::STATUS_CONFLICT);
		}
		try {
			$url = $this->talk->createConversation($group->getTitle(), [$user])->getAbsoluteUrl();
		} catch (Throwable $e) {
			$this->logger->warning('Could not create a Talk conversation', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			throw new ReasonException('talk_failed', Http::STATUS_CONFLICT);
		}
		$group->writeChannel(['kind' => 'talk', 'value' => $url]);
		$this->groups->update($group);
	}
}
