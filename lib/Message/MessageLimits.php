<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\ReasonException;

/** How much a person may write: each message sends a notification and a mail. */
class MessageLimits {
	/** Conversations begun, by one person with all others. */
	private const CONVERSATIONS = [ActionLimit::HOUR => 10, ActionLimit::DAY => 30];
	private const CONVERSATIONS_OF_FACILITATORS = [ActionLimit::HOUR => 100, ActionLimit::DAY => 300];
	/** Conversations begun for one person without an account, by one keeper. */
	private const CONVERSATIONS_FOR = [ActionLimit::HOUR => 5, ActionLimit::DAY => 15];
	/** Messages in one conversation, by one person. */
	private const MESSAGES = [ActionLimit::HOUR => 20, ActionLimit::DAY => 60];

	public function __construct(
		private readonly ActionLimit $limit,
	) {
	}

	/**
	 * Counts one more conversation, begun by the logged-in viewer.
	 *
	 * @throws ReasonException enough_conversations · enough_conversations_today
	 */
	public function countConversation(Sender $from): void {
		if ($from->isFor()) {
			$this->limit->count("reseau-conversation-for-{$from->id()}", self::CONVERSATIONS_FOR, 'enough_conversations');
		}
		$this->limit->count('reseau-conversation', $from->viewer->facilitator ? self::CONVERSATIONS_OF_FACILITATORS : self::CONVERSATIONS, 'enough_conversations');
	}

	/**
	 * Counts one more message of the logged-in viewer about something.
	 *
	 * @throws ReasonException enough_messages · enough_messages_today
	 */
	public function countMessage(Topic $topic): void {
		$this->count($topic->masked ? $topic->id : null, $topic->memberId);
	}

	/**
	 * Counts one more message of the logged-in viewer in a conversation, to the person of a side.
	 *
	 * @throws ReasonException enough_messages · enough_messages_today
	 */
	public function countAnswer(TwoPeople $people, Side $to): void {
		$this->count($people->isMasked($to) ? $people->conversation->getAboutId() : null, (int)$people->party($to)?->getMemberId());
	}

	/** Unnamed authors are counted by what they wrote: counted together with messages to them by name, the limit would reveal who they are. */
	private function count(?int $written, int $memberId): void {
		$this->limit->count($written === null ? "reseau-message-$memberId" : "reseau-message-author-$written", self::MESSAGES, 'enough_messages');
	}
}
